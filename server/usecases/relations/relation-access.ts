import type { EntryRow } from '../../../db/queries/entries.ts'
import { findEntry } from '../../../db/queries/entries.ts'
import type { ListedAnswer } from '../../../db/queries/relations.ts'
import {
  findVersionPeople,
  listDeclaringVersions,
  listDraftWriters,
  listRelationAnswers,
} from '../../../db/queries/relations.ts'
import type { Q } from '../../../db/store.ts'
import type { RelationKind } from '../../../domain/entries/kinds.ts'
import type { DeclarationState, Run } from '../../../domain/relations/both-sides.ts'
import { asRelationKind, declarationState, runOf } from '../../../domain/relations/both-sides.ts'
import type { AnsweringSide, VersionPeople } from '../../../domain/relations/groups.ts'
import { AppError } from '../../errors.ts'

export interface NamedDeclaration {
  /** Slug of the strategy that declares. */
  from: string
  kind: string
  /** Slug of the strategy that it declares about. */
  to: string
}

/** A declaration as it stands at this moment. */
export interface StandingDeclaration {
  from: EntryRow
  kind: RelationKind
  to: EntryRow
  run: Run
  now: DeclarationState<ListedAnswer>
}

export interface LoadedDeclaration extends StandingDeclaration {
  side: AnsweringSide
}

/** What one strategy declares of another now; `both` where the other makes the same declaration, null where it is not made. */
export async function declarationNow(
  q: Q,
  { from, kind, to }: Pick<StandingDeclaration, 'from' | 'kind' | 'to'>,
): Promise<StandingDeclaration | 'both' | null> {
  if (from.kind !== 'strategy' || to.kind !== 'strategy' || from.id === to.id) return null
  const versions = await listDeclaringVersions(q, [from.id, to.id])
  const forth = (one: RelationKind) => runOf(versions.get(from.id) ?? [], { kind: one, to: to.slug })
  const back = (one: RelationKind) => runOf(versions.get(to.id) ?? [], { kind: one, to: from.slug })
  const run = forth(kind)
  const there = versions.get(to.id)?.some(({ n, kind: act }) => n === to.currentVersion && act !== 'withdraw')
  // Where somebody says conflict, a complement does not count ([L3]).
  const beaten = kind === 'complement' && (forth('conflict') ?? back('conflict'))
  if (!run || !there || beaten) return null
  if (back(kind)) return 'both'
  const answers = (await listRelationAnswers(q, from.id)).filter((one) => one.kind === kind && one.toId === to.id)
  return { from, kind, to, run, now: declarationState(run, answers) }
}

/**
 * A declaration that the other side does not make itself, with who may answer it.
 *
 * @throws AppError `not-found` where it is not declared now, `conflict` where both sides declare it.
 */
export async function loadDeclaration(q: Q, named: NamedDeclaration): Promise<LoadedDeclaration> {
  const from = await findEntry(q, 'strategy', named.from)
  const to = await findEntry(q, 'strategy', named.to)
  const kind = asRelationKind(named.kind)
  const found = from && to && kind ? await declarationNow(q, { from, kind, to }) : null
  if (!found) throw new AppError('not-found', 'This is not declared any more. Load the page again.')
  if (found === 'both') {
    throw new AppError('conflict', `“${to?.title}” declares the same itself by now, which confirms it.`)
  }
  return { ...found, side: await answeringSide(q, found.from, found.run, found.to) }
}

/** Who answers a declaration, and whose it is. */
export async function answeringSide(
  q: Q,
  from: Pick<EntryRow, 'id' | 'currentVersion'>,
  { since }: Pick<Run, 'since'>,
  to: Pick<EntryRow, 'id' | 'currentVersion'>,
): Promise<AnsweringSide> {
  const people = async (entryId: string, n: number | null): Promise<VersionPeople> =>
    (n === null ? undefined : await findVersionPeople(q, entryId, n)) ?? { authors: [], draftOwnerId: null }
  return {
    draftWriters: await listDraftWriters(q, to.id),
    current: await people(to.id, to.currentVersion),
    declaring: [await people(from.id, since), await people(from.id, from.currentVersion)],
  }
}
