import { findVolume } from '../../db/queries/watches.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Volume } from '../../domain/notifications/kinds.ts'

/** How much of a thing the viewer hears. */
export interface Watch {
  /** As in `entry/<id>` or `tag/<tag>`. */
  thing: string
  /** Null where they neither chose nor took part: only what is addressed to them. */
  volume: Volume | null
}

/** For the control on a thing's own page; null for who has no inbox. */
export async function watchOf(q: Q, viewer: Viewer | null, thing: string): Promise<Watch | null> {
  if (!viewer || viewer.suspended || !can(viewer, 'account.own', null)) return null
  return { thing, volume: await findVolume(q, viewer.actorId, thing) }
}
