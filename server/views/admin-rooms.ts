import { inArray } from 'drizzle-orm'
import { drafts } from '../../db/schema.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { CollabStatus, OpenRoom } from '../collab/service.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { FrozenPublication } from './frozen-publication.ts'
import { frozenPublication } from './frozen-publication.ts'

export interface AdminRooms {
  frozen: FrozenPublication | null
  status: CollabStatus
  rooms: (OpenRoom & { title: string })[]
  /** Milliseconds since 1970, UTC. */
  at: number
}

/** At most so many rooms are listed; the counts are of all. */
const most = 200

/** What the collaboration server holds at this moment. @throws AppError `signed-out`, `not-allowed`. */
export async function adminRooms(deps: Deps, viewer: Viewer | null): Promise<AdminRooms> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to see this.')
  if (!can(viewer, 'admin.read', null)) throw new AppError('not-allowed', 'Only administrators see this page.')
  const open = deps.collab.openRooms().slice(0, most)
  const ids = open.map(({ draftId }) => draftId)
  const named = await deps.store.read
    .select({ id: drafts.id, title: drafts.title })
    .from(drafts)
    .where(inArray(drafts.id, ids))
  const titles = new Map(named.map(({ id, title }) => [id, title]))
  return {
    frozen: await frozenPublication(deps.store.read),
    status: deps.collab.status(),
    rooms: open.map((room) => ({ ...room, title: titles.get(room.draftId) || 'Untitled draft' })),
    at: deps.now(),
  }
}
