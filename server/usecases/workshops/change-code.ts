import { eq } from 'drizzle-orm'
import { workshops } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { unusedCode } from './create-workshop.ts'
import { loadLedRoom, roomEvents } from './room-access.ts'

/**
 * Revokes the join code, so that nobody new gets in, or puts a new one in its place ([J10]). Who is in stays in.
 *
 * @throws AppError `not-found`, `not-allowed`, `too-late` when it is over.
 */
export async function changeCode(
  deps: Deps,
  viewer: Viewer | null,
  { workshopId, act }: { workshopId: string; act: 'revoke' | 'renew' },
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  const type = act === 'revoke' ? 'workshop.code-revoked' : 'workshop.code-renewed'
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const { workshop } = await loadLedRoom(q, by, workshopId)
    if (workshop.state === 'ended') throw new AppError('too-late', 'This workshop is over; its code opens nothing.')
    const change =
      act === 'revoke' ? { codeRevokedAt: deps.now() } : { code: await unusedCode(deps, q), codeRevokedAt: null }
    await q.update(workshops).set(change).where(eq(workshops.id, workshopId))
    await recordEvent(deps, q, { type, subject: `workshop/${workshopId}`, payload: { by: by.actorId } })
  })
  deps.live.publish(roomEvents(workshopId, type))
}
