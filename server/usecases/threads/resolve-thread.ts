import { listCandidates } from '../../../db/queries/candidates.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { listReportsOfThread } from '../../../db/queries/signals.ts'
import { updateThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { nameCandidate } from '../../../domain/candidates/outcome.ts'
import { statusQuo } from '../../../domain/candidates/rules.ts'
import { decideResolve, outcomesOf } from '../../../domain/threads/rules.ts'
import type { ThreadOutcome } from '../../../domain/threads/words.ts'
import { outcomeLabels, threadOutcomes } from '../../../domain/threads/words.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { candidateNumber } from '../candidates/candidate-access.ts'
import { disputeEvents, loadDispute, refuseToSettle } from '../relations/dispute-access.ts'
import { loadThread, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

export interface ResolveThread {
  threadId: string
  outcome: string
  reason: string
  /** Number of the candidate that the outcome names; 0 for what stands there already ([W12]). */
  candidate?: string | undefined
}

/**
 * Ends an open thread with an outcome and a reason ([T12], [T13]).
 *
 * @throws AppError `bad-input` (field `outcome` or `reason`), `conflict` when it is resolved already, `not-found`,
 * `not-allowed`, `signed-out`.
 */
export async function resolveThread(deps: Deps, viewer: Viewer | null, input: ResolveThread): Promise<void> {
  const asking = signedIn(viewer)
  const reason = checkText(input.reason, { field: 'reason', label: 'the reason', limit: 'reason' })
  const { thread, dispute } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    const { thread, thing } = loaded
    if (thing.state === 'resolved') throw new AppError('conflict', 'Somebody has resolved this thread meanwhile.')
    const dispute = await loadDispute(q, by, thread.id)
    if (dispute) refuseToSettle(by, dispute, input.outcome)
    else if (!can(by, 'thread.resolve', thing)) {
      throw new AppError('not-allowed', 'Only who opened it, the owner of the draft or a moderator may resolve it.')
    }
    if ((await listReportsOfThread(q, thread.id)).some((report) => report.outcome === null)) {
      throw new AppError('conflict', 'A report is argued here that the signal landed. Its ballot comes first.')
    }
    const subject = { kind: thread.kind, header: thread.header, onDraft: thread.draftId !== null }
    const outcome = threadOutcomes.find((one) => one === input.outcome)
    const named = outcome ? await namedCandidate(q, thread.id, outcome, input.candidate) : null
    const decision = outcome ? decideResolve(subject, outcome, (named ?? statusQuo) !== statusQuo) : 'unfit'
    if (!outcome || decision === 'unfit') {
      const fitting = outcomesOf(subject).map((one) => outcomeLabels[one])
      throw new AppError('bad-input', `Choose one of: ${fitting.join(', ')}.`, 'outcome')
    }
    if (decision === 'no-observation') {
      throw new AppError('bad-input', 'Write the observation in the header first: it is the signal.', 'outcome')
    }
    const now = deps.now()
    await updateThread(q, thread.id, {
      state: 'resolved',
      outcome,
      outcomeReason: reason,
      outcomeCandidate: named,
      resolvedBy: by.actorId,
      resolvedAt: now,
      updatedAt: now,
    })
    await recordEvent(deps, q, {
      type: 'thread.resolved',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, outcome, ...(named === null ? {} : { candidate: named }) },
      leaf: { reason, header: thread.header },
    })
    await touchWhenPublic(q, loaded)
    if (dispute) await touchEntry(q, dispute.toId)
    return { thread, dispute }
  })
  deps.live.publish([...threadEvents(thread, 'thread.resolved'), ...disputeEvents(dispute, 'thread.resolved')])
}

/** @throws AppError `bad-input` (field `candidate`). */
async function namedCandidate(
  q: Q,
  threadId: string,
  outcome: ThreadOutcome,
  typed: string | undefined,
): Promise<number | null> {
  const standing = (await listCandidates(q, threadId, null))
    .filter(({ state }) => state === 'standing')
    .map(({ n }) => n)
  const decision = nameCandidate(outcome, standing, typed ? candidateNumber(typed) : null)
  if (decision.outcome === 'named') return decision.n
  throw new AppError(
    'bad-input',
    decision.outcome === 'unnamed'
      ? 'Say which candidate is the signal that was adopted.'
      : 'Choose one of the candidates that stand.',
    'candidate',
  )
}
