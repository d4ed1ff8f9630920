import { findActorName } from '../../db/queries/actors.ts'
import type { BallotRow } from '../../db/queries/ballots.ts'
import { listEventsBefore } from '../../db/queries/record.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { LoadedBallot } from '../usecases/ballots/ballot-access.ts'
import { whyNotCloser } from '../usecases/ballots/involvement.ts'
import { statementMark } from '../usecases/ballots/state-outcome.ts'

/** What a moderator said that a ballot decided. */
export interface ShownStatement {
  words: string
  /** Names this wording, for the form that words it anew. */
  mark: string
  /** Null for one from before statements had an event of their own. */
  by: string | null
  at: number
  wordings: number
}

/** The statement with its author, from the record; null while there is none. */
export async function shownStatement(q: Q, { id, statement }: BallotRow): Promise<ShownStatement | null> {
  if (statement === null) return null
  const filter = { subject: `ballot/${id}`, type: 'ballot.outcome-stated' }
  const wordings = await listEventsBefore(q, Number.MAX_SAFE_INTEGER, 1_000, filter)
  const [last] = wordings
  const by = typeof last?.payload.by === 'string' ? await findActorName(q, last.payload.by) : null
  return { words: statement, mark: statementMark(statement), by, at: last?.at ?? 0, wordings: wordings.length }
}

/** Whether the viewer may write it, or why a moderator may not ([B53]). */
export async function mayStateOutcome(q: Q, viewer: Viewer | null, { ballot, thing }: LoadedBallot) {
  if (!viewer || !can(viewer, 'ballot.state-outcome', thing)) return { may: false, whyNot: null }
  const whyNot = await whyNotCloser(q, ballot, viewer.actorId)
  return { may: whyNot === null, whyNot }
}
