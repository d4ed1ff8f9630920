import { findActorName } from '../../../db/queries/actors.ts'
import { updateCase } from '../../../db/queries/moderation.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { holderOf } from '../../../domain/moderation/cases.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { loadCase, refuseConflict, refuseDecision } from './case-access.ts'

/**
 * Claims a case, so that nobody else decides it for half an hour ([Y7]).
 *
 * @throws AppError `conflict` where somebody else has it, or nothing waits any more; `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function claimCase(deps: Deps, viewer: Viewer | null, { caseId }: { caseId: string }): Promise<void> {
  await deps.store.tx(async (q) => {
    const loaded = await loadCase(q, viewer, caseId)
    const { row, by } = loaded
    refuseConflict(loaded)
    if (row.state === 'decided' && row.appeal !== 'open') refuseDecision('decided', null)
    const holder = holderOf(row, deps.now())
    if (holder !== null && holder !== by.actorId) refuseDecision('held', await findActorName(q, holder))
    await updateCase(q, row, { claimedBy: by.actorId, claimedAt: deps.now() })
  })
}

/** Gives a claimed case back. @throws AppError `conflict` where somebody else has it, and as `claimCase`. */
export async function releaseCase(deps: Deps, viewer: Viewer | null, { caseId }: { caseId: string }): Promise<void> {
  await deps.store.tx(async (q) => {
    const { row, by } = await loadCase(q, viewer, caseId)
    if (holderOf(row, deps.now()) !== by.actorId) throw new AppError('conflict', 'You do not hold this case.')
    await updateCase(q, row, { claimedBy: null, claimedAt: null })
  })
}
