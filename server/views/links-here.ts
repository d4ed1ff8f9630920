import { setField } from '../../domain/entries/field-values.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath, kinds } from '../../domain/entries/kinds.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'

/** Entries that lead to this one in one way. */
export interface LinksGroup {
  id: string
  label: string
  total: number
  items: { href: string; title: string; kind: string }[]
  more: number
}

/** So many entries are named in a group; the total says how many there are. */
const mostNamed = 40

/**
 * What links to an entry: other strategies that declare a relation to it, people who take a position on it, scenarios
 * it is listed for, fields that name it, and prose that refers to it. Groups without an entry are left out.
 */
export function linksHere(index: AtlasIndex, kind: EntryKind, slug: string): LinksGroup[] {
  const naming = (of: EntryKind, field: string) =>
    index.byKind(of).filter(({ content }) => setField(content, field).includes(slug))
  const declaring = kind === 'strategy' ? declaredThere(index, slug) : []
  const groups: [id: string, label: string, entries: readonly IndexedEntry[]][] = [
    ['relations', 'Declare a relation to it', declaring],
    [
      'positions',
      'Take a position on it',
      kind === 'strategy' ? unique(index.positionsOn(slug).map(({ person }) => person)) : [],
    ],
    ['answers', 'Answer it', kind === 'scenario' ? index.strategiesFor(slug) : []],
    ['scenarios', 'Scenarios it answers', kind === 'strategy' ? index.scenariosOf(slug) : []],
    ['concepts', 'Concepts that name it', kind === 'strategy' ? naming('concept', 'related') : []],
    ['sources', 'Sources that bear on it', kind === 'strategy' ? naming('source', 'strategies') : []],
    ['prose', 'Refer to it in their text', referring(index, kind, slug)],
  ]
  return groups
    .filter(([, , entries]) => entries.length > 0)
    .map(([id, label, entries]) => ({
      id,
      label,
      total: entries.length,
      items: entries.slice(0, mostNamed).map((entry) => ({
        href: `/${kindPath[entry.kind]}/${entry.slug}`,
        title: entry.title,
        kind: kinds[entry.kind].label,
      })),
      more: Math.max(0, entries.length - mostNamed),
    }))
}

function declaredThere(index: AtlasIndex, slug: string): IndexedEntry[] {
  return index.byKind('strategy').filter(({ content }) => content.declarations.some(({ to }) => to === slug))
}

function unique(entries: readonly IndexedEntry[]): IndexedEntry[] {
  return [...new Map(entries.map((entry) => [entry.slug, entry])).values()]
}

const references = new WeakMap<AtlasIndex, ReadonlyMap<string, IndexedEntry[]>>()

/** Entries whose prose refers to this one, by kind and title; the whole atlas is looked through once. */
function referring(index: AtlasIndex, kind: EntryKind, slug: string): IndexedEntry[] {
  // Two kinds may share a slug: a reference leads to one of them only.
  if (index.links[slug]?.href !== `/${kindPath[kind]}/${slug}`) return []
  let known = references.get(index)
  if (!known) {
    known = collect(index)
    references.set(index, known)
  }
  const self = (entry: IndexedEntry) => entry.kind === kind && entry.slug === slug
  return (known.get(slug) ?? []).filter((entry) => !self(entry))
}

function collect(index: AtlasIndex): Map<string, IndexedEntry[]> {
  const found = new Map<string, IndexedEntry[]>()
  const inOrder = [...index.entries].sort((a, b) => entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind))
  for (const entry of inOrder) {
    const slugs = JSON.stringify(entry.content.sections).matchAll(/\[\[([a-z0-9-]+)\]\]/g)
    for (const slug of new Set([...slugs].map(([, one]) => one ?? ''))) {
      found.set(slug, [...(found.get(slug) ?? []), entry])
    }
  }
  return found
}
