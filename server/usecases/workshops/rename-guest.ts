import { eq } from 'drizzle-orm'
import { findGuest } from '../../../db/queries/workshop-people.ts'
import { actors } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentInRoom } from '../accounts/present-rights.ts'
import { checkGuestName } from './guest-name.ts'
import { roomEvents } from './room-access.ts'

/**
 * Changes the name that others see of a guest ([J7]); accounts change theirs on their own page.
 *
 * @throws AppError `bad-input` (field `name`), `not-allowed` for an account, `signed-out`.
 */
export async function renameGuest(deps: Deps, viewer: Viewer | null, input: { name: string }): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'You are not in this workshop any more. Join it again with its code.')
  const name = checkGuestName(input.name)
  const workshopId = await deps.store.tx(async (q) => {
    const by = await presentInRoom(q, viewer, deps.now())
    const guest = await findGuest(q, by.actorId)
    if (!guest) throw new AppError('not-allowed', 'You have an account: change its name on your account’s page.')
    if (name === guest.name) return null
    await q.update(actors).set({ name }).where(eq(actors.id, by.actorId))
    await recordEvent(deps, q, {
      type: 'workshop.guest-renamed',
      subject: `workshop/${guest.workshopId}`,
      payload: { by: by.actorId },
      leaf: { name },
    })
    return guest.workshopId
  })
  if (workshopId === null) return
  deps.collab.reauthorise({ actorId: viewer.actorId })
  deps.live.publish(roomEvents(workshopId, 'workshop.guest-renamed'))
}
