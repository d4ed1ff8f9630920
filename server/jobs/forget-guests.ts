import { and, eq, inArray, isNull } from 'drizzle-orm'
import { touchEntry } from '../../db/queries/entries.ts'
import { eraseNames, renameForGood } from '../../db/queries/forget.ts'
import { guests, sessions, workshops } from '../../db/schema.ts'
import { forgetGuestsAfter, formerGuestName } from '../../domain/access/former.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../record/record-event.ts'

/**
 * Erases the names of guests that no account claimed, thirty days after their workshop (access SPEC [A19]); nothing
 * where it goes on again, or where they are forgotten.
 */
export async function forgetGuests(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const workshopId = String(payload.workshopId)
  const forgotten = await deps.store.tx(async (q) => {
    const [workshop] = await q
      .select({ endedAt: workshops.endedAt })
      .from(workshops)
      .where(eq(workshops.id, workshopId))
    const endedAt = workshop?.endedAt ?? null
    if (endedAt === null || endedAt + forgetGuestsAfter > deps.now()) return false
    const rows = await q
      .select({ id: guests.actorId })
      .from(guests)
      .where(and(eq(guests.workshopId, workshopId), isNull(guests.claimedBy)))
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return false
    const { leaves, authors } = await eraseNames(q, { actorId: null, guestIds: ids })
    if (leaves.length === 0) return false
    const { entryIds } = await renameForGood(q, ids, formerGuestName)
    for (const entryId of entryIds) await touchEntry(q, entryId)
    await q.delete(sessions).where(inArray(sessions.actorId, ids))
    await recordEvent(deps, q, {
      type: 'guests.forgotten',
      subject: `workshop/${workshopId}`,
      payload: { guests: ids.length, leaves },
      ...(Object.keys(authors).length > 0 && { leaf: { authors } }),
    })
    return true
  })
  if (forgotten) {
    await deps.store.scrub().catch((error: unknown) => deps.log.warn({ error }, 'the file is not yet written anew'))
  }
}
