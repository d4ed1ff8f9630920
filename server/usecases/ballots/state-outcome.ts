import type { BallotRow } from '../../../db/queries/ballots.ts'
import { updateBallot } from '../../../db/queries/ballots.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { ballotEvents, currentViewer, loadBallot } from './ballot-access.ts'
import { whyNotCloser } from './involvement.ts'

/**
 * Says in words what a closed ballot decided and what it left open (ballots SPEC [B52], [B53]). It may be reworded; the
 * record keeps every wording.
 *
 * @throws AppError `bad-input` (statement), `not-ready` while the ballot is not closed, `conflict` where somebody else
 * has worded it since, `not-found`, `not-allowed`, `signed-out`.
 */
export async function stateOutcome(
  deps: Deps,
  viewer: Viewer | null,
  input: { ballotId: string; statement?: string | undefined; before?: string | undefined },
): Promise<void> {
  const statement = checkText(input.statement, { field: 'statement', label: 'the outcome statement', limit: 'note' })
  const ballot = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const { ballot, thing } = await loadBallot(q, by, input.ballotId)
    if (!can(by, 'ballot.state-outcome', { ...thing, state: 'closed' })) {
      throw new AppError('not-allowed', 'Only a moderator writes the outcome statement of a ballot.')
    }
    if (ballot.state !== 'closed') {
      throw new AppError('not-ready', 'An outcome statement is written once the ballot has closed.')
    }
    const whyNot = await whyNotCloser(q, ballot, by.actorId)
    if (whyNot) throw new AppError('not-allowed', `${whyNot} Another moderator writes its outcome statement.`)
    if (input.before !== undefined && statementMark(ballot.statement) !== input.before) {
      throw new AppError('conflict', 'Somebody has worded the outcome since you began. Read it, then word it anew.')
    }
    await writeStatement(deps, q, ballot, { by: by.actorId, statement })
    return ballot
  })
  deps.live.publish(ballotEvents(ballot, 'ballot.outcome-stated'))
}

/** Names one wording, so that a form can say which one it began from; empty for none. */
export function statementMark(statement: string | null): string {
  return statement === null ? '' : hashJson(statement).slice(0, 12)
}

/** Writes an outcome statement down, in a transaction that has checked the right to. The same words again are nothing. */
export async function writeStatement(
  deps: Deps,
  q: Q,
  ballot: BallotRow,
  { by, statement }: { by: string; statement: string },
): Promise<void> {
  if (ballot.statement === statement) return
  await updateBallot(q, ballot.id, { statement })
  await recordEvent(deps, q, {
    type: 'ballot.outcome-stated',
    subject: `ballot/${ballot.id}`,
    payload: { ballotId: ballot.id, by, reworded: ballot.statement !== null, statementHash: hashJson(statement) },
    leaf: { statement },
  })
  await touchEntry(q, ballot.entryId)
}
