import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { isMember, isModerator } from '../../domain/access/viewer.ts'
import type { RelationKind } from '../../domain/entries/kinds.ts'
import type { RelationState } from '../../domain/relations/both-sides.ts'
import { decideAnswer, waitingFor } from '../../domain/relations/both-sides.ts'
import type { Capacity } from '../../domain/relations/groups.ts'
import { capacityOf } from '../../domain/relations/groups.ts'
import type { RelatedPair } from '../../domain/relations/relate-pairs.ts'
import type { Deps } from '../deps.ts'
import { answeringSide } from '../usecases/relations/relation-access.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { declaredWords, pairOf } from './pair-lookup.ts'
import { published, readableAtlas } from './readable-atlas.ts'
import type { PairStanding, RelationStandings } from './relation-standing.ts'
import { relationStandings } from './relation-standing.ts'

/** A declaration that one side of a pair makes, as the page of either side lists it. */
export interface OneSided {
  other: { slug: string; title: string }
  kind: RelationKind
  /** Slugs and run of the declaration, as forms name it. */
  declaration: { from: string; to: string; since: number }
  mechanism: string
  rationale: string
  state: Exclude<RelationState, 'derived'>
  words: string
  answer: PairStanding['answer']
  may: { confirm: boolean; dispute: boolean }
}

/**
 * The relations of a strategy that one side declares, with what the other side says, and where the viewer may answer.
 *
 * @throws AppError `not-found`, `gone`.
 */
export async function relationsPage(deps: Deps, viewer: Viewer | null, slug: string) {
  const index = await readableAtlas(deps, viewer)
  const entry = published(index, 'strategy', slug)
  const standings = await relationStandings(deps, index)
  const rows: { row: OneSided; own: boolean }[] = []
  const pairs = index.relationsOf(slug).flatMap(({ entry: other }) => pairOf(index, slug, other.slug) ?? [])
  let capacity: Capacity | null = null
  for (const pair of pairs) {
    const row = oneSided(index, standings, pair, slug)
    if (!row) continue
    const own = row.declaration.from === slug
    if (!own) {
      const mine = await capacityFor(deps, viewer, index, row)
      capacity = mine ?? capacity
      row.may = mayAnswer(viewer, mine, row.state)
    }
    rows.push({ row, own })
  }
  const there = rows.filter(({ own }) => !own).map(({ row }) => row)
  return {
    entryId: entry.entryId,
    slug,
    title: entry.title,
    /** Declared by others about this strategy, those that wait for an answer first. */
    there: openFirst(there),
    /** Declared by this strategy alone. */
    here: openFirst(rows.filter(({ own }) => own).map(({ row }) => row)),
    both: pairs.filter((pair) => pair.declaredBy.length === 2).length,
    waiting: there.filter(({ state }) => state === 'declared-by-one').length,
    /** As what the viewer answers; null where they may not answer any. */
    capacity,
    signedIn: viewer !== null,
  }
}

export type RelationsPage = Awaited<ReturnType<typeof relationsPage>>

function oneSided(index: AtlasIndex, standings: RelationStandings, pair: RelatedPair, slug: string): OneSided | null {
  const declared = waitingFor(pair)
  const other = index.find('strategy', pair.a === slug ? pair.b : pair.a)
  if (!declared || !other) return null
  const standing = standings.of(pair)
  if (standing.state === 'derived' || standing.since === null) return null
  const { from, kind, to } = declared
  return {
    other: { slug: other.slug, title: other.title },
    kind,
    declaration: { from, to, since: standing.since },
    mechanism: index.vocabulary.mechanisms.find(({ id }) => id === pair.mechanism)?.label ?? pair.mechanism,
    rationale: pair.rationales[0]?.text ?? '',
    state: standing.state,
    words: declaredWords(index, pair, standing),
    answer: standing.answer,
    may: { confirm: false, dispute: false },
  }
}

async function capacityFor(
  deps: Deps,
  viewer: Viewer | null,
  index: AtlasIndex,
  { declaration: { from, to, since } }: OneSided,
): Promise<Capacity | null> {
  if (!isMember(viewer)) return null
  const entry = (slug: string) => {
    const { entryId, n } = published(index, 'strategy', slug)
    return { id: entryId, currentVersion: n }
  }
  const side = await answeringSide(deps.store.read, entry(from), { since }, entry(to))
  return capacityOf(side, { actorId: viewer.actorId, moderator: isModerator(viewer) })
}

function mayAnswer(viewer: Viewer | null, capacity: Capacity | null, state: OneSided['state']) {
  const may = can(viewer, 'relation.answer', { capacity })
  return {
    confirm: may && decideAnswer(state, 'confirm') === 'answer',
    dispute: may && decideAnswer(state, 'dispute') === 'answer',
  }
}

function openFirst(rows: readonly OneSided[]): OneSided[] {
  const order: OneSided['state'][] = ['declared-by-one', 'disputed', 'declined', 'confirmed']
  return [...rows].sort((x, y) => order.indexOf(x.state) - order.indexOf(y.state))
}
