import { listActorsOfRoles } from '../../db/queries/audience.ts'
import { touchEntry } from '../../db/queries/entries.ts'
import { lastEvent } from '../../db/queries/record.ts'
import type { VersionRow } from '../../db/queries/versions.ts'
import { findCurrentVersion } from '../../db/queries/versions.ts'
import type { Q } from '../../db/store.ts'
import { moderatorRoles } from '../../domain/access/viewer.ts'
import { authorIds } from '../../domain/publishing/authors.ts'
import type { Deps } from '../deps.ts'
import { each } from '../notifications/occasion.ts'
import { tell } from '../notifications/tell.ts'
import { recordEvent } from '../record/record-event.ts'

/**
 * Tells the authors of a version and the moderators that its review is due (publishing SPEC [P22]); nothing where it
 * is not current any more or its review was moved.
 */
export async function reviewVersion(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  await deps.store.tx(async (q) => {
    const version = await findCurrentVersion(q, String(payload.versionId))
    if (!version || version.reviewAt !== payload.at) return
    await askForReview(deps, q, version, `due/version/${version.id}/${version.reviewAt}`)
    await touchEntry(q, version.entryId)
  })
}

/** Has a version expire ([P23]); nothing where it is not current any more or was affirmed. */
export async function expireVersion(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const expired = await deps.store.tx(async (q) => {
    const version = await findCurrentVersion(q, String(payload.versionId))
    if (!version || version.expiresAt !== payload.at) return null
    const { id, entryId, n, expiresAt } = version
    // Nothing but the record tells that it was told: a job that ran and was not put away runs again.
    const expiry = { type: 'version.expired', subject: `entry/${entryId}` }
    const told = await lastEvent(q, expiry)
    if (told?.payload.n === n && told.payload.expiresAt === expiresAt) return null
    await recordEvent(deps, q, { ...expiry, payload: { entryId, n, expiresAt } })
    await askForReview(deps, q, version, `due/expiry/${id}/${expiresAt}`)
    await touchEntry(q, entryId)
    return version
  })
  if (expired) deps.live.publish([{ topic: `entry/${expired.entryId}`, type: 'version.expired', id: expired.id }])
}

async function askForReview(deps: Deps, q: Q, version: VersionRow, own: string): Promise<void> {
  const moderators = await listActorsOfRoles(q, moderatorRoles)
  const told = each([...new Set([...authorIds(version.authors), ...moderators])], 'version-review', version.id)
  await tell(q, { thing: `entry/${version.entryId}`, by: null, draftId: null, told }, { at: deps.now(), own })
}
