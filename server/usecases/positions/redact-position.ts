import { findEntry, touchEntry } from '../../../db/queries/entries.ts'
import { emptyStatements, findLastStatement } from '../../../db/queries/positions.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { scrubStore } from '../../scrub-store.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { signalEvents } from '../signals/signal-access.ts'

/**
 * Removes for good what a member wrote with a position on a strategy, earlier statements included, for law or safety.
 * Which positions were held when stays.
 *
 * @throws AppError `bad-input` (reason), `not-found`, `not-allowed`, `signed-out`, `unavailable`.
 */
export async function redactPosition(
  deps: Deps,
  viewer: Viewer | null,
  input: { strategy: string; actorId: string; reason?: string | undefined },
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  const reason = checkText(input.reason, { field: 'reason', label: 'a reason', limit: 'reason' })
  const entryId = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (!can(by, 'position.redact', null)) throw new AppError('not-allowed', 'Only a moderator removes words for good.')
    // Also what was said of an entry that is withdrawn since.
    const entry = await findEntry(q, 'strategy', input.strategy)
    if (!entry) throw new AppError('not-found', 'There is no such strategy.')
    const entryId = entry.id
    const about = { entryId, actorId: input.actorId }
    if (!(await findLastStatement(q, about))) throw new AppError('not-found', 'There is no such position.')
    await emptyStatements(q, about, `entry/${entryId}`)
    await recordEvent(deps, q, {
      type: 'position.redacted',
      subject: `entry/${entryId}`,
      payload: { by: by.actorId, member: input.actorId },
      leaf: { reason },
    })
    await touchEntry(q, entryId)
    return entryId
  })
  deps.live.publish(signalEvents({ entryId }, 'position.redacted'))
  await scrubStore(deps)
}
