import { count, sum } from 'drizzle-orm'
import { lastSeq } from '../../db/queries/record.ts'
import { loadVocabulary } from '../../db/queries/vocabulary.ts'
import { versions, vocabulary as vocabularyTable } from '../../db/schema.ts'
import type { Q, Store } from '../../db/store.ts'
import type { EntryKind, SourceRef } from '../../domain/entries/kinds.ts'
import { entryKinds, kindPath } from '../../domain/entries/kinds.ts'
import { inOrder } from '../../domain/entries/ordinal-axes.ts'
import type { Mechanism, Vocabulary } from '../../domain/entries/vocabulary.ts'
import type { RelatedPair } from '../../domain/relations/relate-pairs.ts'
import { relatePairs } from '../../domain/relations/relate-pairs.ts'
import { declarationsOf, strategyFacts } from '../../domain/relations/strategy-facts.ts'
import { mergedTags } from '../../domain/vocabulary/lists.ts'
import { tagField } from '../../domain/vocabulary/merged-tags.ts'
import type { Deps } from '../deps.ts'
import type { IndexedEntry, WithdrawnEntry } from './current-entries.ts'
import { currentEntries } from './current-entries.ts'

export type { IndexedEntry }

/** A relation as seen from one strategy. */
export interface IndexedRelation {
  /** The other strategy. */
  entry: IndexedEntry
  kind: RelatedPair['kind']
  mechanism: Mechanism
  /** Whose statement it is: this strategy's own, only the other's, both sides', or (twins) nobody's. */
  declared: 'own' | 'other' | 'both' | 'derived'
  /** Rationales that somebody wrote; `from` is the slug of the side that wrote it. */
  rationales: { from: string; text: string }[]
}

/** Where a person stands on a strategy. */
export interface IndexedPosition {
  person: IndexedEntry
  strategy: string
  stance: string
  tentative: boolean
  summary: string
  sources: SourceRef[]
  /** The person has an expertise and a recognition tier. */
  profiled: boolean
}

/** The whole published atlas in memory; frozen, shared by all requests, replaced when something is published. */
export interface AtlasIndex {
  /** Moves with every published version and every change of the vocabulary. */
  revision: string
  /** All entries, by kind and then by title. */
  entries: readonly IndexedEntry[]
  vocabulary: Vocabulary
  /** Every related pair of strategies (domain/relations). */
  pairs: readonly RelatedPair[]
  /** Where `[[slug]]` in prose leads. */
  links: Readonly<Record<string, { title: string; href: string }>>
  find(kind: EntryKind, slug: string): IndexedEntry | undefined
  /** By `kind/slug`. */
  withdrawn: ReadonlyMap<string, WithdrawnEntry>
  /** By title. */
  byKind(kind: EntryKind): readonly IndexedEntry[]
  /** A strategy's relations, by kind (conflict, complement, twin) and then by title. */
  relationsOf(strategySlug: string): readonly IndexedRelation[]
  /** People on a strategy: profiled people first, then by name. */
  positionsOn(strategySlug: string): readonly IndexedPosition[]
  /** Scenarios a strategy answers. */
  scenariosOf(strategySlug: string): readonly IndexedEntry[]
  /** Strategies that answer a scenario. */
  strategiesFor(scenarioSlug: string): readonly IndexedEntry[]
  /** The tag under which a tag is found: the one it was merged into, or itself. */
  currentTag(tag: string): string
  /** Entries that carry each tag; tags in alphabetical order. */
  tags(): ReadonlyMap<string, readonly IndexedEntry[]>
}

interface Cached {
  /** Last event of the record that was looked at: while it stands nothing can have been published. */
  seq: number
  revision: string
  index: Promise<AtlasIndex>
}

const cache = new WeakMap<Store, Cached>()

/**
 * The atlas as published, built once and again when a version or a word of the vocabulary was added, by this
 * process or another. Asking costs one look at the end of the record.
 */
export async function atlasIndex(deps: Pick<Deps, 'store'>): Promise<AtlasIndex> {
  const { store } = deps
  const seq = await lastSeq(store.read)
  const known = cache.get(store)
  if (known && known.seq === seq) return known.index
  const revision = await publishedRevision(store.read)
  const index = known && known.revision === revision ? known.index : buildIndex(store.read, revision)
  cache.set(store, { seq, revision, index })
  try {
    return await index
  } catch (error) {
    cache.delete(store)
    throw error
  }
}

async function publishedRevision(q: Q): Promise<string> {
  // A version that is affirmed changes its days and nothing else.
  const [published] = await q.select({ n: count(), days: sum(versions.expiresAt) }).from(versions)
  const [words] = await q.select({ n: count() }).from(vocabularyTable)
  return `${published?.n ?? 0}.${words?.n ?? 0}.${published?.days ?? 0}`
}

async function buildIndex(q: Q, revision: string): Promise<AtlasIndex> {
  const { published, withdrawn } = await currentEntries(q)
  const vocabulary = await loadVocabulary(q)
  return indexOf(published.sort(byKindAndTitle), withdrawn, { ...vocabulary, axes: inOrder(vocabulary.axes) }, revision)
}

/** The atlas as it would be with this entry in the place of its current version, or added where it has none. */
export function indexWith(index: AtlasIndex, entry: IndexedEntry): AtlasIndex {
  const others = index.entries.filter(({ entryId }) => entryId !== entry.entryId)
  const all = [...others, entry].sort(byKindAndTitle)
  return indexOf(all, index.withdrawn, index.vocabulary, `${index.revision}+${entry.hash}`)
}

function indexOf(
  all: readonly IndexedEntry[],
  withdrawn: AtlasIndex['withdrawn'],
  vocabulary: Vocabulary,
  revision: string,
): AtlasIndex {
  const byKind = new Map(entryKinds.map((kind) => [kind, all.filter((entry) => entry.kind === kind)]))
  const found = new Map(all.map((entry) => [`${entry.kind}/${entry.slug}`, entry]))
  const strategies = byKind.get('strategy') ?? []
  const pairs = relatePairs(
    strategies.map((entry) => strategyFacts(entry.slug, entry.content, vocabulary.levers)),
    strategies.flatMap((entry) => declarationsOf(entry.slug, entry.content)),
  )
  const find = (kind: EntryKind, slug: string) => found.get(`${kind}/${slug}`)
  const relations = relationsByStrategy(pairs, find, vocabulary)
  const positions = positionsByStrategy(byKind.get('person') ?? [])
  const tagged = entriesByTag(all)
  const merged = mergedTags(vocabulary.tags.map((tag) => ({ kind: 'tag', id: tag.id, data: { ...tag } })))
  return {
    revision,
    entries: all,
    vocabulary,
    pairs,
    links: linksOf(all),
    find,
    withdrawn,
    byKind: (kind) => byKind.get(kind) ?? [],
    relationsOf: (slug) => relations.get(slug) ?? [],
    positionsOn: (slug) => positions.get(slug) ?? [],
    scenariosOf: (slug) => {
      const answered = new Set(textSet(find('strategy', slug), 'scenarios'))
      return (byKind.get('scenario') ?? []).filter((scenario) => answered.has(scenario.slug))
    },
    strategiesFor: (slug) => strategies.filter((entry) => textSet(entry, 'scenarios').includes(slug)),
    currentTag: (tag) => merged.get(tag) ?? tag,
    tags: () => tagged,
  }
}

type Titled = Pick<IndexedEntry, 'kind' | 'title'>

/** The order in which entries of several kinds are listed. */
export function byKindAndTitle(a: Titled, b: Titled): number {
  return entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind) || byTitle(a, b)
}

const collator = new Intl.Collator('en')

function byTitle(a: { title: string }, b: { title: string }): number {
  return collator.compare(a.title, b.title)
}

function textSet(entry: IndexedEntry | undefined, field: string): string[] {
  const value = entry?.content.fields[field]
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : []
}

function linksOf(all: readonly IndexedEntry[]): AtlasIndex['links'] {
  // Slugs are unique within a kind; where two kinds share one, the kind that is listed first wins.
  const links = [...all]
    .reverse()
    .map(({ kind, slug, title }) => [slug, { title, href: `/${kindPath[kind]}/${slug}` }] as const)
  return Object.fromEntries(links)
}

const kindOrder: RelatedPair['kind'][] = ['conflict', 'complement', 'twin']

function relationsByStrategy(
  pairs: readonly RelatedPair[],
  find: AtlasIndex['find'],
  { mechanisms }: Vocabulary,
): Map<string, IndexedRelation[]> {
  const relations = new Map<string, IndexedRelation[]>()
  const known = new Map<string, Mechanism>(mechanisms.map((one) => [one.id, one]))
  for (const pair of pairs) {
    for (const [self, other] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      const entry = find('strategy', other)
      const mechanism = known.get(pair.mechanism)
      if (!entry || !mechanism) continue
      const { kind, rationales } = pair
      const relation = { entry, kind, mechanism, rationales, declared: declaredFrom(pair, self) }
      addTo(relations, self, relation)
    }
  }
  for (const list of relations.values()) {
    list.sort((x, y) => kindOrder.indexOf(x.kind) - kindOrder.indexOf(y.kind) || byTitle(x.entry, y.entry))
  }
  return relations
}

function declaredFrom(pair: RelatedPair, self: string): IndexedRelation['declared'] {
  if (pair.declaredBy.length === 0) return 'derived'
  if (pair.declaredBy.length === 2) return 'both'
  return pair.declaredBy[0] === self ? 'own' : 'other'
}

function positionsByStrategy(people: readonly IndexedEntry[]): Map<string, IndexedPosition[]> {
  const positions = new Map<string, IndexedPosition[]>()
  for (const person of people) {
    const profiled = Boolean(person.content.fields.expertise && person.content.fields.recognition)
    const rows = person.content.fields.positions
    if (!Array.isArray(rows)) continue
    for (const row of rows) {
      if (typeof row === 'string') continue
      const strategy = String(row.strategy ?? '')
      const position: IndexedPosition = {
        person,
        strategy,
        stance: String(row.stance ?? ''),
        tentative: row.tentative === true,
        summary: String(row.summary ?? ''),
        sources: Array.isArray(row.sources) ? row.sources : [],
        profiled,
      }
      addTo(positions, strategy, position)
    }
  }
  for (const list of positions.values()) {
    list.sort((x, y) => Number(y.profiled) - Number(x.profiled) || byTitle(x.person, y.person))
  }
  return positions
}

/** A person's categories are tags as well. */
function tagsOf(entry: IndexedEntry): string[] {
  return textSet(entry, tagField(entry))
}

function entriesByTag(all: readonly IndexedEntry[]): Map<string, IndexedEntry[]> {
  const tagged = new Map<string, IndexedEntry[]>()
  for (const entry of all) {
    for (const tag of tagsOf(entry)) addTo(tagged, tag, entry)
  }
  return new Map([...tagged].sort(([x], [y]) => (x < y ? -1 : 1)))
}

/** Lists grow in place: copying them at each step is what makes a large atlas slow. */
function addTo<T>(lists: Map<string, T[]>, key: string, member: T): void {
  const list = lists.get(key)
  if (list) list.push(member)
  else lists.set(key, [member])
}
