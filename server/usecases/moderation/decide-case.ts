import { findActorName } from '../../../db/queries/actors.ts'
import { findStanding } from '../../../db/queries/appointments.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import type { CaseRow } from '../../../db/queries/moderation.ts'
import { updateCase } from '../../../db/queries/moderation.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { actsFor, hidesWords, reasonFits, slowMinutes } from '../../../domain/moderation/acts.ts'
import { decideNow, holderOf } from '../../../domain/moderation/cases.ts'
import type { CaseAct, DecisionReason } from '../../../domain/moderation/words.ts'
import { caseActWords, decisionReasons } from '../../../domain/moderation/words.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { scrubStore } from '../../scrub-store.ts'
import { suspendedUntil } from '../accounts/suspend-account.ts'
import { loadCase, refuseConflict, refuseDecision } from './case-access.ts'
import { applyAct } from './case-effects.ts'
import type { LoadedThing } from './thing-access.ts'
import { thingEvents } from './thing-access.ts'

export interface DecideCase {
  caseId: string
  /** The revision of the case that was looked at. */
  seen: string
  act: string
  reason: string
  words?: string | undefined
  /** Of a slow-down. */
  minutes?: string | undefined
  /** Of a suspension; empty for one that somebody must lift. */
  days?: string | undefined
}

/**
 * Decides a case ([Y5]–[Y11]).
 *
 * @throws AppError `bad-input` (act, reason, words, minutes, days), `conflict` where somebody was faster, `not-found`,
 * `not-allowed` for one's own matter, `signed-out`, `unavailable` where removed words are still on the disk.
 */
export async function decideCase(deps: Deps, viewer: Viewer | null, input: DecideCase): Promise<void> {
  const words = checkText(input.words, { field: 'words', label: 'what its author reads', limit: 'note' })
  const { act, found, authorId } = await deps.store.tx(async (q) => {
    const loaded = await loadCase(q, viewer, input.caseId)
    const { row, found, by } = loaded
    refuseConflict(loaded)
    const holder = holderOf(row, deps.now())
    const asked = { actorId: by.actorId, seen: Number(input.seen), now: deps.now() }
    refuseDecision(decideNow(row, asked), holder === null ? null : await findActorName(q, holder))
    const { act, reason } = await readDecision(q, by, found, input)
    const minutes = act === 'slow' ? readMinutes(input.minutes) : 0
    const at = deps.now()
    const until = act === 'suspend' ? suspendedUntil(at, input.days ?? '') : null
    const effect = { caseId: row.id, by: by.actorId, at, act, minutes, until, reason: words }
    const holds = found ? await applyAct(deps, q, found, effect) : null
    await updateCase(q, row, {
      ...{ state: 'decided', decidedBy: by.actorId, decidedAt: at, act, reason, words, until: holds },
      ...{ claimedBy: null, claimedAt: null },
    })
    await recordDecision(deps, q, row, { by: by.actorId, act, reason, words })
    if (found && found.entryId !== null) await touchEntry(q, found.entryId)
    return { act, found, authorId: row.authorId }
  })
  await announceAct(deps, { act, found, authorId }, 'case.decided')
  if (act === 'remove') await scrubStore(deps)
}

/** What everybody sees change after a decision, or after it was undone. */
export async function announceAct(
  deps: Deps,
  { act, found, authorId }: { act: CaseAct; found: LoadedThing | null; authorId: string | null },
  type: string,
): Promise<void> {
  if (found) deps.live.publish(thingEvents(found, type))
  if (act === 'suspend' && authorId !== null) deps.collab.reauthorise({ actorId: authorId })
  if (hidesWords(act) && found?.ref.kind === 'draft') deps.collab.reauthorise({ draftId: found.ref.id })
}

async function readDecision(
  q: Q,
  by: Viewer,
  found: LoadedThing | null,
  input: DecideCase,
): Promise<{ act: CaseAct; reason: DecisionReason }> {
  const act = (await fittingActs(q, by, found)).find((one) => one === input.act)
  if (!act) throw new AppError('bad-input', 'Choose what to do with it.', 'act')
  const reason = decisionReasons.find((one) => one === input.reason)
  if (!reason) throw new AppError('bad-input', 'Choose a reason.', 'reason')
  if (!reasonFits(act, reason)) {
    const words =
      act === 'keep'
        ? 'What is kept is in order: choose that reason.'
        : `“${caseActWords[act].act}” needs a reason that says what is wrong.`
    throw new AppError('bad-input', words, 'reason')
  }
  return { act, reason }
}

/** The acts that this moderator can choose from; *keep* alone where the thing is not there any more. */
export async function fittingActs(q: Q, by: Viewer, found: LoadedThing | null): Promise<CaseAct[]> {
  if (!found) return ['keep']
  const { ref, authorId, threadId, draftId } = found
  const account = authorId === null ? undefined : await findStanding(q, authorId)
  const maySuspend = account !== undefined && can(by, 'account.suspend', account)
  const inThread = threadId !== null
  const ground = { kind: ref.kind, authorId, inThread, inDraft: !inThread && draftId !== null }
  return actsFor({ ...ground, maySuspend })
}

function readMinutes(typed: string | undefined): number {
  const minutes = slowMinutes.find((one) => String(one) === typed)
  if (!minutes) throw new AppError('bad-input', `Choose ${slowMinutes.join(', ')} minutes.`, 'minutes')
  return minutes
}

async function recordDecision(
  deps: Deps,
  q: Q,
  row: CaseRow,
  { by, act, reason, words }: { by: string; act: CaseAct; reason: DecisionReason; words: string },
): Promise<void> {
  await recordEvent(deps, q, {
    type: 'case.decided',
    subject: `case/${row.id}`,
    payload: { case: row.id, by, kind: row.kind, thing: row.thingKind, act, reason },
    leaf: { author: row.authorId, thing: row.thing, words },
  })
}
