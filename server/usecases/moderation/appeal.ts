import { findActorName } from '../../../db/queries/actors.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { findCase, updateCase } from '../../../db/queries/moderation.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Appealing } from '../../../domain/moderation/cases.ts'
import { decideAppealing, decideAppealNow, holderOf } from '../../../domain/moderation/cases.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { loadCase, refuseConflict, refuseDecision } from './case-access.ts'
import { undoAct } from './case-effects.ts'
import { announceAct } from './decide-case.ts'

const refusals: Record<Exclude<Appealing, 'go' | 'not-yours'>, string> = {
  nothing: 'There is nothing to appeal against here.',
  once: 'You have appealed against this already. An appeal is made once.',
  late: 'An appeal can be made within 14 days of the decision.',
}

/**
 * Appeals against a decision about what one wrote, once ([Y12]); also who is suspended may.
 *
 * @throws AppError `bad-input` (text), `conflict`, `not-found`, `signed-out`.
 */
export async function appealDecision(
  deps: Deps,
  viewer: Viewer | null,
  input: { caseId: string; text?: string | undefined },
): Promise<void> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to appeal.')
  const text = checkText(input.text, { field: 'text', label: 'why the decision is wrong', limit: 'note' })
  await deps.store.tx(async (q) => {
    const row = await findCase(q, input.caseId)
    const answer = row ? decideAppealing(row, viewer.actorId, deps.now()) : 'not-yours'
    if (!row || answer === 'not-yours') throw new AppError('not-found', 'There is no such decision about you.')
    if (answer !== 'go') throw new AppError('conflict', refusals[answer])
    await updateCase(q, row, { appeal: 'open', appealText: text, appealedAt: deps.now() })
    await recordEvent(deps, q, {
      type: 'case.appealed',
      subject: `case/${row.id}`,
      payload: { case: row.id, thing: row.thingKind },
      leaf: { by: viewer.actorId, text },
    })
  })
}

/**
 * Decides an appeal: the decision stands, or is undone ([Y13], [Y14]).
 *
 * @throws AppError `bad-input` (outcome, words), `conflict` where somebody was faster, `not-found`, `not-allowed` for
 * who decided the case and for one's own matter, `signed-out`.
 */
export async function decideAppeal(
  deps: Deps,
  viewer: Viewer | null,
  input: { caseId: string; seen: string; outcome: string; words?: string | undefined },
): Promise<void> {
  const words = checkText(input.words, { field: 'words', label: 'what its author reads', limit: 'note' })
  const outcome = (['upheld', 'reversed'] as const).find((one) => one === input.outcome)
  const undone = await deps.store.tx(async (q) => {
    const loaded = await loadCase(q, viewer, input.caseId)
    const { row, found, by } = loaded
    refuseConflict(loaded)
    const holder = holderOf(row, deps.now())
    const asked = { actorId: by.actorId, seen: Number(input.seen), now: deps.now() }
    refuseDecision(decideAppealNow(row, asked), holder === null ? null : await findActorName(q, holder))
    if (!outcome) throw new AppError('bad-input', 'Choose whether the decision stands.', 'outcome')
    const { act, authorId, decidedAt } = row
    const undoes = outcome === 'reversed' && act !== null && found !== null
    if (undoes) await undoAct(deps, q, found, { caseId: row.id, by: by.actorId, act, decidedAt })
    await updateCase(q, row, {
      ...{ appeal: outcome, appealDecidedBy: by.actorId, appealDecidedAt: deps.now(), appealWords: words },
      ...{ claimedBy: null, claimedAt: null },
    })
    await recordEvent(deps, q, {
      type: 'case.appeal-decided',
      subject: `case/${row.id}`,
      payload: { case: row.id, by: by.actorId, thing: row.thingKind, outcome },
      leaf: { author: authorId, words },
    })
    if (undoes && found.entryId !== null) await touchEntry(q, found.entryId)
    return undoes ? { act, found, authorId } : null
  })
  if (undone) await announceAct(deps, undone, 'case.appeal-decided')
}
