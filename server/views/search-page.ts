import type { Viewer } from '../../domain/access/viewer.ts'
import { kindPath, kinds } from '../../domain/entries/kinds.ts'
import type { SearchQuery } from '../../domain/search/query.ts'
import { longestSearch, readQuery } from '../../domain/search/query.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { readableAtlas } from './readable-atlas.ts'
import type { FoundGroup, SearchGroupId, SearchHit } from './search-hits.ts'
import { findHits, writeHits } from './search-hits.ts'
import { corrected, nearestTitles } from './search-index.ts'

export interface SearchAsk {
  q: string
  /** Only hits of this kind; an unknown one counts as none. */
  only?: string | undefined
  /** 1-based; of one kind only. */
  page?: number | undefined
  /** Hits shown of each kind. */
  each?: number | undefined
}

export interface SearchGroup {
  id: SearchGroupId
  label: string
  total: number
  shown: SearchHit[]
}

export interface SearchPage {
  q: string
  /** The search is longer than what is searched for. */
  cut: boolean
  /** There is something to look for in it. */
  asked: boolean
  /** Words that occur nowhere were replaced; this is what was searched instead. */
  instead: string | null
  /** Nothing has all words; these have some. */
  some: boolean
  /** There are more hits than are counted. */
  capped: boolean
  total: number
  groups: SearchGroup[]
  only: SearchGroupId | null
  page: number
  pages: number
  nearest: { title: string; kind: string; href: string }[]
}

const pageLength = 50
const usualEach = 6

/**
 * What the published atlas and the public threads say about something ([S1]–[S7]). Hits are written out only where
 * they are shown.
 */
export async function searchPage(
  deps: Pick<Deps, 'store' | 'now'>,
  viewer: Viewer | null,
  ask: SearchAsk,
): Promise<SearchPage> {
  const index = await readableAtlas(deps, viewer)
  const query = readQuery(ask.q)
  const asked = query.terms.some(({ without }) => !without)
  const found = asked ? await search(deps, index, query) : nothing
  const only = found.groups.find(({ id }) => id === ask.only) ?? null
  const pages = only ? Math.max(1, Math.ceil(only.found.length / pageLength)) : 1
  const page = Math.min(Math.max(1, ask.page ?? 1), pages)
  const shown = only ? [{ group: only, from: (page - 1) * pageLength, length: pageLength }] : []
  const each = ask.each ?? usualEach
  const parts = (only ? shown : found.groups.map((group) => ({ group, from: 0, length: each }))).map(
    ({ group, from, length }) => ({ group, hits: group.found.slice(from, from + length) }),
  )
  const written = await writeHits(
    deps,
    parts.map(({ hits }) => hits),
  )
  return {
    q: ask.q.slice(0, longestSearch),
    cut: query.cut,
    asked,
    instead: found.instead,
    some: found.some,
    capped: found.capped,
    total: found.groups.reduce((sum, group) => sum + group.found.length, 0),
    groups: parts.map(({ group: { id, label, found: all } }, i) => ({
      id,
      label,
      total: all.length,
      shown: written[i] ?? [],
    })),
    only: only?.id ?? null,
    page,
    pages,
    nearest:
      found.groups.length > 0
        ? []
        : nearestTitles(index, ask.q, 6).map(({ title, kind, slug }) => ({
            title,
            kind: kinds[kind].label,
            href: `/${kindPath[kind]}/${slug}`,
          })),
  }
}

interface Found {
  groups: FoundGroup[]
  capped: boolean
  instead: string | null
  some: boolean
}

const nothing: Found = { groups: [], capped: false, instead: null, some: false }

/** All words; else all words with mistyped ones put right; else some of the words. */
async function search(deps: Pick<Deps, 'store' | 'now'>, index: AtlasIndex, query: SearchQuery): Promise<Found> {
  const whole = await findHits(deps, index, query, 'all')
  if (whole.groups.length > 0) return { ...whole, instead: null, some: false }
  const right = await corrected(deps, index, query)
  const instead = right && spelled(right)
  const better = right ? await findHits(deps, index, right, 'all') : null
  if (better && better.groups.length > 0) return { ...better, instead, some: false }
  const partly = await findHits(deps, index, right ?? query, 'any')
  return { ...partly, instead: partly.groups.length > 0 ? instead : null, some: partly.groups.length > 0 }
}

function spelled({ terms }: SearchQuery): string {
  return terms
    .map(
      ({ words, exact, without }) =>
        `${without ? '-' : ''}${exact && words.length > 1 ? `"${words.join(' ')}"` : words.join(' ')}`,
    )
    .join(' ')
}
