import type { Viewer } from '../../../domain/access/viewer.ts'
import { endedSessionCookie } from '../../accounts/session-cookie.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentInRoom } from '../accounts/present-rights.ts'
import { putOut } from './put-out.ts'
import { loadOwnRoom } from './room-access.ts'
import { tellGone } from './tell-gone.ts'

/**
 * Takes oneself out of the room ([J8]). A guest's session ends with it; an account may come back with the code.
 *
 * @returns the `Set-Cookie` value that ends a guest's session; null for an account.
 */
export async function leaveWorkshop(
  deps: Deps,
  viewer: Viewer | null,
  { workshopId, secure }: { workshopId: string; secure: boolean },
): Promise<{ cookie: string | null }> {
  if (!viewer) throw new AppError('signed-out', 'You are not in this workshop any more.')
  const { actorId } = viewer
  const isGuest = viewer.role === 'guest'
  await deps.store.tx(async (q) => {
    const now = deps.now()
    const by = await presentInRoom(q, viewer, now)
    const { workshop } = await loadOwnRoom(q, by, workshopId)
    if (workshop.leadId === actorId && workshop.state !== 'ended') {
      throw new AppError('not-allowed', 'You lead this workshop. Hand over the lead first, then leave.')
    }
    await putOut(q, { workshopId, actorId }, 'left', now)
    await recordEvent(deps, q, {
      type: 'workshop.left',
      subject: `workshop/${workshopId}`,
      payload: { by: actorId, guest: isGuest },
    })
  })
  tellGone(deps, { workshopId, actorId, type: 'workshop.left' })
  return { cookie: isGuest ? endedSessionCookie(secure) : null }
}
