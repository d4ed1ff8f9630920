import { listPresetsOf } from '../../db/queries/presets.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { ruleOf } from '../../domain/ballots/rules/registry.ts'
import { setField, textField } from '../../domain/entries/field-values.ts'
import { isPast } from '../../domain/publishing/shelf-life.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { entryFrame } from './entry-frame.ts'
import { linksIn } from './links-in.ts'
import { simplePage } from './paging.ts'
import { published, readableAtlas } from './readable-atlas.ts'
import { strategiesNamed } from './strategy-ref.ts'

/** @param search as in `location.search`. */
export async function conceptsList(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { rows, ...page } = simplePage('/concepts', index.byKind('concept'), search)
  const items = rows.map(({ slug, title, content, expiresAt }) => ({
    slug,
    title,
    expired: isPast(expiresAt, deps.now()),
    kicker: textField(content, 'kicker'),
    summary: excerpt(textField(content, 'summary'), 240),
    strategies: setField(content, 'related').length,
  }))
  return { ...page, items }
}

/** @throws AppError `not-found`. */
export async function conceptPage(deps: Deps, viewer: Viewer | null, slug: string) {
  const index = await readableAtlas(deps, viewer)
  const concept = published(index, 'concept', slug)
  const presets = await listPresetsOf(deps.store.read, concept.slug)
  return {
    frame: await entryFrame(deps, viewer, index, concept),
    panels: conceptPanels(index, concept),
    /** Ways of deciding that it compares. */
    presets: presets.map(({ id, name, rule }) => ({ id, name, rule: ruleOf(rule).label })),
  }
}

/** What a concept says, among the other entries of this index. */
export function conceptPanels(index: AtlasIndex, { content }: IndexedEntry) {
  const body = content.sections.body ?? []
  return {
    kicker: textField(content, 'kicker'),
    summary: textField(content, 'summary'),
    body,
    related: strategiesNamed(index, setField(content, 'related')),
    tags: setField(content, 'tags'),
    links: linksIn(body, index.links),
  }
}

export type ConceptPanels = ReturnType<typeof conceptPanels>
