import { lastSeq } from '../../db/queries/record.ts'
import type { ListedAnswer } from '../../db/queries/relations.ts'
import { listDeclaringVersions, listRelationAnswers } from '../../db/queries/relations.ts'
import type { Q, Store } from '../../db/store.ts'
import type { DeclarationState, DeclaringVersion, RelationState, Run } from '../../domain/relations/both-sides.ts'
import { declarationState, runOf, waitingFor } from '../../domain/relations/both-sides.ts'
import type { Capacity } from '../../domain/relations/groups.ts'
import type { RelatedPair } from '../../domain/relations/relate-pairs.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { pairOf } from './pair-lookup.ts'

/** Where a pair stands between its two sides. */
export interface PairStanding {
  state: RelationState
  /** The version since which a declaration of one side stands; null where both declare it or neither does. */
  since: number | null
  /** The answer that counts, where one does. */
  answer: { name: string; capacity: Capacity; at: number; threadId: string | null } | null
}

/** The states of pairs as they are at one moment. */
export interface RelationStandings {
  of(pair: RelatedPair): PairStanding
  /** Of the relation between two strategies; null where they have none. */
  between(a: string, b: string): PairStanding | null
  /** Pairs in which the other side declares and this strategy is asked for an answer, by kind and title. */
  waiting(slug: string): RelatedPair[]
}

interface Kept {
  /** What each entry's versions declare, with the current version they were read for. */
  versions: Map<string, { n: number; all: readonly DeclaringVersion[] }>
  /** Answers as of an event of the record, by `from kind to`. */
  answers: { seq: number; byDeclaration: ReadonlyMap<string, ListedAnswer[]> } | null
}

const kept = new WeakMap<Store, Kept>()

const fromBothSides: PairStanding = { state: 'confirmed', since: null, answer: null }
const derived: PairStanding = { state: 'derived', since: null, answer: null }

/**
 * Where every pair of the atlas stands (relations SPEC [B1]–[B5]). What versions declare is read once for each; the
 * answers when something was recorded since.
 */
export async function relationStandings(deps: Pick<Deps, 'store'>, index: AtlasIndex): Promise<RelationStandings> {
  const { store } = deps
  const known = kept.get(store) ?? { versions: new Map(), answers: null }
  kept.set(store, known)
  await readVersions(store.read, index, known)
  const answers = await readAnswers(store.read, known)
  const states = new Map<RelatedPair, PairStanding>()

  function stateOf(pair: RelatedPair): PairStanding {
    if (pair.kind === 'twin') return derived
    const declared = waitingFor(pair)
    if (!declared) return fromBothSides
    const from = index.find('strategy', declared.from)?.entryId ?? ''
    const to = index.find('strategy', declared.to)?.entryId ?? ''
    const run = runOf(known.versions.get(from)?.all ?? [], declared)
    // A preview declares what no version says yet.
    if (!run) return { state: 'declared-by-one', since: null, answer: null }
    return standing(run, declarationState(run, answers.get(`${from} ${declared.kind} ${to}`) ?? []))
  }

  function of(pair: RelatedPair): PairStanding {
    const said = states.get(pair) ?? stateOf(pair)
    states.set(pair, said)
    return said
  }

  return {
    of,
    between(a, b) {
      const pair = pairOf(index, a, b)
      return pair ? of(pair) : null
    },
    waiting: (slug) =>
      index
        .relationsOf(slug)
        .flatMap(({ entry }) => pairOf(index, slug, entry.slug) ?? [])
        .filter((pair) => waitingFor(pair)?.to === slug && of(pair).state === 'declared-by-one'),
  }
}

function standing({ since }: Run, { state, by }: DeclarationState<ListedAnswer>): PairStanding {
  if (!by) return { state, since, answer: null }
  const { name, capacity, at, threadId } = by
  return { state, since, answer: { name, capacity, at, threadId } }
}

/** Reads the versions of strategies of which a newer one is current than when they were last read. */
async function readVersions(q: Q, index: AtlasIndex, { versions }: Kept): Promise<void> {
  const changed = index
    .byKind('strategy')
    .filter(({ entryId, n, content }) => content.declarations.length > 0 && versions.get(entryId)?.n !== n)
  if (changed.length === 0) return
  const read = await listDeclaringVersions(
    q,
    changed.map(({ entryId }) => entryId),
  )
  for (const { entryId, n } of changed) versions.set(entryId, { n, all: read.get(entryId) ?? [] })
}

async function readAnswers(q: Q, known: Kept): Promise<ReadonlyMap<string, ListedAnswer[]>> {
  const seq = await lastSeq(q)
  if (known.answers?.seq === seq) return known.answers.byDeclaration
  const byDeclaration = new Map<string, ListedAnswer[]>()
  for (const answer of await listRelationAnswers(q)) {
    const key = `${answer.fromId} ${answer.kind} ${answer.toId}`
    byDeclaration.set(key, [...(byDeclaration.get(key) ?? []), answer])
  }
  known.answers = { seq, byDeclaration }
  return byDeclaration
}
