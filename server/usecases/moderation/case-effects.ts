import { findStanding, liftUser } from '../../../db/queries/appointments.ts'
import { updateCandidate } from '../../../db/queries/candidates.ts'
import { endSlowDown, lockThread, putSlowDown, unlockThread } from '../../../db/queries/moderation.ts'
import { emptyStatements } from '../../../db/queries/positions.ts'
import { eraseCandidateLeaves } from '../../../db/queries/redact-candidates.ts'
import { findSuspendingBesides, isLockedBesides } from '../../../db/queries/standing-acts.ts'
import { eraseContribution, findContribution } from '../../../db/queries/threads.ts'
import { forgetWithheld, restore, withhold } from '../../../db/queries/withheld.ts'
import type { Q } from '../../../db/store.ts'
import { slowDays } from '../../../domain/moderation/acts.ts'
import type { CaseAct } from '../../../domain/moderation/words.ts'
import { day } from '../../../domain/text/day.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { writeSuspension } from '../accounts/suspend-account.ts'
import type { LoadedThing } from './thing-access.ts'

interface Effect {
  caseId: string
  by: string
  /** The moment of the decision. */
  at: number
  act: CaseAct
  /** Of a slow-down. */
  minutes: number
  /** Of a suspension; null where somebody must lift it. */
  until: number | null
  reason: string
}

/** Does what a decision says. @returns until when it holds, where it ends by itself. */
export async function applyAct(deps: Deps, q: Q, found: LoadedThing, effect: Effect): Promise<number | null> {
  const { ref, authorId, threadId, draftId } = found
  const { caseId, at } = effect
  switch (effect.act) {
    case 'keep':
      await restore(q, ref)
      return null
    // What is corrected is written in a draft like any other text.
    case 'correct':
      return null
    case 'hide':
      await withhold(q, ref, { caseId, at })
      return null
    case 'lock':
      if (threadId !== null) await lockThread(q, { threadId, caseId, at })
      return null
    case 'slow': {
      const scope = threadId !== null ? `thread/${threadId}` : `draft/${draftId}`
      const until = at + slowDays * day
      if (authorId !== null) await putSlowDown(q, { scope, actorId: authorId, caseId, minutes: effect.minutes, until })
      return until
    }
    case 'suspend':
      await withhold(q, ref, { caseId, at })
      if (authorId !== null) {
        const { by, until, reason } = effect
        await writeSuspension(deps, q, { actorId: authorId, by, until, reason, at })
      }
      return effect.until
    case 'remove':
      await erase(q, found, at)
      return null
  }
}

/** Undoes what a decision did, and nothing that another one did, too ([Y14]). */
export async function undoAct(
  deps: Deps,
  q: Q,
  found: LoadedThing,
  done: { caseId: string; by: string; act: CaseAct; decidedAt: number | null },
) {
  const { ref, authorId, threadId } = found
  if (done.act === 'hide' || done.act === 'suspend') await restore(q, ref)
  if (done.act === 'lock' && threadId !== null && !(await isLockedBesides(q, threadId, done.caseId))) {
    await unlockThread(q, threadId)
  }
  if (done.act === 'slow') await endSlowDown(q, done.caseId)
  if (done.act !== 'suspend' || authorId === null) return
  // It may have ended, or been lifted, before the appeal was heard; or another one holds longer than it did.
  const account = await findStanding(q, authorId)
  if (account?.suspendedAt == null || account.suspendedAt !== done.decidedAt) return
  const other = await findSuspendingBesides(q, { actorId: authorId, caseId: done.caseId, now: deps.now() })
  await liftUser(q, authorId)
  if (other) {
    const { until, words, decidedAt, decidedBy } = other
    const again = { actorId: authorId, by: decidedBy ?? done.by, until, reason: words ?? '' }
    await writeSuspension(deps, q, { ...again, at: decidedAt ?? deps.now() })
    return
  }
  await recordEvent(deps, q, {
    type: 'actor.suspension-lifted',
    subject: `actor/${authorId}`,
    payload: { actorId: authorId, by: done.by },
  })
}

/** Removes words for good, also those that were kept apart. Scrub the store after the commit. */
async function erase(q: Q, { ref, thing }: LoadedThing, at: number): Promise<void> {
  await forgetWithheld(q, thing)
  if (ref.kind === 'contribution') {
    const row = await findContribution(q, ref.id)
    if (row) await eraseContribution(q, row, at)
  }
  if (ref.kind === 'candidate') {
    await updateCandidate(q, ref, { text: '', state: 'withdrawn', endedAt: at })
    await eraseCandidateLeaves(q, ref)
  }
  if (ref.kind === 'position') await emptyStatements(q, ref, `entry/${ref.entryId}`)
}
