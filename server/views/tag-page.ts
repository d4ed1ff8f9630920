import type { Viewer } from '../../domain/access/viewer.ts'
import { setField, textField } from '../../domain/entries/field-values.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath, kinds } from '../../domain/entries/kinds.ts'
import { plainText } from '../../domain/prose/tree.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import { nearestSlugs } from '../../domain/text/nearest.ts'
import { tagField } from '../../domain/vocabulary/merged-tags.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { pageOf } from './paging.ts'
import { peopleOnAny } from './people-on.ts'
import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'
import { watchOf } from './watch-of.ts'

/** So many entries of each kind stand on the page of a tag, and so many on a page of one kind. */
const most = { beside: 30, alone: 150 }

const mostRelated = 12

/**
 * The entries that carry a tag, by kind, and who is on the record for its strategies.
 *
 * @param asked `search` as in `location.search`: `kind` shows one kind alone, a `page` of it.
 * @throws AppError `not-found` naming tags that are spelled alike.
 */
export async function tagPage(deps: Deps, viewer: Viewer | null, { tag, search }: { tag: string; search: string }) {
  const index = await readableAtlas(deps, viewer)
  const entries = tagged(index, tag)
  const { chosen, dropped } = readChoices(search, {
    kind: (value) => (entryKinds as readonly string[]).includes(value),
    page: isPageNumber,
  })
  const path = `/tags/${tag}`
  const shown = entryKinds.filter((kind) => (chosen.kind ? kind === chosen.kind : canCarry(kind)))
  const strategies = entries.filter(({ kind }) => kind === 'strategy').map(({ slug }) => slug)
  return {
    tag,
    path,
    description: index.vocabulary.tags.find(({ id }) => id === tag)?.description ?? '',
    watch: await watchOf(deps.store.read, viewer, `tag/${tag}`),
    total: entries.length,
    alone: chosen.kind !== undefined,
    dropped,
    kinds: shown.map((kind) => {
      const own = entries.filter((entry) => entry.kind === kind)
      const size = chosen.kind ? most.alone : most.beside
      const { rows, ...page } = pageOf(own, chosen.kind && chosen.page, size, (n) =>
        choicesHref(path, { kind, page: n }),
      )
      return { ...page, kind, label: kinds[kind].plural, items: rows.map(itemOf), all: choicesHref(path, { kind }) }
    }),
    people: chosen.kind ? null : peopleOnAny(index, strategies),
    related: chosen.kind ? [] : relatedTags(index, tag, entries),
  }
}

export type TagPage = Awaited<ReturnType<typeof tagPage>>

/** The address of the tag that a tag was merged into; null where it was not. */
export async function mergedTagPath(deps: Deps, viewer: Viewer | null, tag: string): Promise<string | null> {
  const current = (await readableAtlas(deps, viewer)).currentTag(tag)
  return current === tag ? null : `/tags/${current}`
}

/** A tag as programs read it. */
export async function tagJson(deps: Deps, viewer: Viewer | null, asked: string) {
  const index = await readableAtlas(deps, viewer)
  const tag = index.currentTag(asked)
  const entries = tagged(index, tag).map(({ kind, slug, title }) => ({ kind, id: slug, title }))
  return { kind: 'tag', id: tag, entries, links: { page: `/tags/${tag}` } }
}

function tagged(index: AtlasIndex, tag: string): readonly IndexedEntry[] {
  const entries = index.tags().get(tag)
  if (entries) return entries
  const near = nearestSlugs(tag, [...index.tags().keys()], 3)
  const hint = near.length > 0 ? ` Tags spelled alike: ${near.join(', ')}.` : ''
  throw new AppError('not-found', `No entry carries this tag.${hint}`)
}

function itemOf(entry: IndexedEntry) {
  const { kind, slug, title } = entry
  return { href: `/${kindPath[kind]}/${slug}`, title, line: excerpt(lineOf(entry), 200) }
}

const lineFields: Partial<Record<EntryKind, string>> = { concept: 'summary', person: 'role' }

function lineOf({ kind, content }: IndexedEntry): string {
  const field = lineFields[kind]
  return field ? textField(content, field) : plainText(content.sections[kinds[kind].sections[0]?.id ?? ''] ?? [])
}

/** Scenarios have no tags, for one. */
function canCarry(kind: EntryKind): boolean {
  return kinds[kind].fields.some((field) => field.type === 'set' && field.options === 'tags')
}

/** Tags that stand beside this one most often. */
function relatedTags(index: AtlasIndex, tag: string, entries: readonly IndexedEntry[]) {
  const counts = new Map<string, number>()
  for (const { kind, content } of entries) {
    for (const other of setField(content, tagField({ kind }))) {
      if (other !== tag) counts.set(other, (counts.get(other) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([other, together]) => ({ tag: other, together, total: index.tags().get(other)?.length ?? 0 }))
    .sort((a, b) => b.together - a.together || b.total - a.total || (a.tag < b.tag ? -1 : 1))
    .slice(0, mostRelated)
}
