import { eq } from 'drizzle-orm'
import { touchEntry } from '../../../db/queries/entries.ts'
import { listEntriesNaming } from '../../../db/queries/named-members.ts'
import { indexPositions } from '../../../db/queries/positions.ts'
import { nameClaimedGuests } from '../../../db/queries/workshop-people.ts'
import { actors } from '../../../db/schema.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from './present-rights.ts'

/**
 * Changes the name that others see, also beside positions and reports on pages that are kept and in search. Published
 * versions keep the name their authors had then.
 *
 * @throws AppError `bad-input` (name); `not-allowed` while suspended.
 */
export async function changeName(deps: Deps, viewer: Viewer | null, input: { name: string }): Promise<void> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to change your name.')
  const { actorId } = viewer
  const name = checkLine(input.name, { field: 'name', label: 'the name that others will see', limit: 'name' })
  if (name === viewer.name) return
  const naming = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (by.suspended) {
      throw new AppError('not-allowed', 'Your account is suspended: what everybody reads stays as it is.')
    }
    await q.update(actors).set({ name }).where(eq(actors.id, actorId))
    await nameClaimedGuests(q, actorId, name)
    await recordEvent(deps, q, {
      type: 'actor.renamed',
      subject: `actor/${actorId}`,
      payload: { actorId },
      leaf: { name },
    })
    const entryIds = await listEntriesNaming(q, actorId)
    for (const entryId of entryIds) {
      await indexPositions(q, entryId)
      await touchEntry(q, entryId)
    }
    return entryIds
  })
  deps.live.publish(naming.map((id) => ({ topic: `entry/${id}`, type: 'actor.renamed', id })))
  deps.collab.reauthorise({ actorId })
}
