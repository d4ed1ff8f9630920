import type { EntryKind } from '../../domain/entries/kinds.ts'
import { axisIds, kinds } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { atlasIndex } from './atlas-index.ts'

/** Published entries of one kind whose title contains `q`, with what a list shows. */
export async function entriesList(deps: Deps, kind: EntryKind, q: string) {
  const index = await atlasIndex(deps)
  const all = index.byKind(kind)
  const wanted = q.trim().toLowerCase()
  const found = all.filter(({ title }) => title.toLowerCase().includes(wanted))
  const items = found.map(({ slug, title, content }) => ({
    slug,
    title,
    bet: content.sections.bet ?? content.sections.description ?? [],
  }))
  return { kind, plural: kinds[kind].plural, total: all.length, items, links: index.links }
}

/** The published entry's page: sections in order, who holds a position, grouped relations. */
export async function entryPage(deps: Deps, kind: EntryKind, slug: string) {
  const index = await atlasIndex(deps)
  const entry = index.find(kind, slug)
  if (!entry) throw new AppError('not-found', 'No published entry has this address.')
  const { title, n, hash, publishedAt, content } = entry
  const sections = kinds[kind].sections.map(({ id, label }) => ({ id, label, blocks: content.sections[id] ?? [] }))
  const strategy = kind === 'strategy'
  const relations = strategy ? index.relationsOf(slug) : []
  const people = strategy ? index.positionsOn(slug) : []
  return {
    kind,
    slug,
    title,
    n,
    hash,
    publishedAt,
    sections,
    links: index.links,
    coordinates: axisIds.flatMap((id) => (content.fields[id] ? [{ id, value: String(content.fields[id]) }] : [])),
    people: people.map(({ person, stance }) => ({ slug: person.slug, title: person.title, stance })),
    relations: relations.map(({ entry: other, kind: relation, mechanism, declared }) => ({
      slug: other.slug,
      title: other.title,
      kind: relation,
      mechanism: mechanism.label,
      declared,
    })),
  }
}
