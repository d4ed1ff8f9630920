import { findWorkshopPerson } from '../../../db/queries/workshop-people.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { putOut } from './put-out.ts'
import { loadLedRoom } from './room-access.ts'
import { tellGone } from './tell-gone.ts'

/**
 * Takes somebody out of the room: a guest's session ends, and whoever it is cannot come back with the code ([J9]).
 *
 * @throws AppError `not-found`, `not-allowed` for who does not lead it, and for whoever does; `conflict` when they are
 * out already.
 */
export async function removePerson(
  deps: Deps,
  viewer: Viewer | null,
  { workshopId, actorId }: { workshopId: string; actorId: string },
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const { workshop } = await loadLedRoom(q, by, workshopId)
    const person = await findWorkshopPerson(q, workshopId, actorId)
    if (!person) throw new AppError('not-found', 'Nobody of this workshop is meant by that.')
    if (workshop.leadId === actorId) throw new AppError('not-allowed', 'Whoever leads a workshop cannot be taken out.')
    if (person.removedAt !== null) throw new AppError('conflict', 'They are out of the room already.')
    const guest = await putOut(q, { workshopId, actorId }, 'removed', deps.now())
    await recordEvent(deps, q, {
      type: 'workshop.person-removed',
      subject: `workshop/${workshopId}`,
      payload: { by: by.actorId, person: actorId, guest },
    })
  })
  tellGone(deps, { workshopId, actorId, type: 'workshop.person-removed' })
}
