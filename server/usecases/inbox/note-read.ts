import { findLastRead, saveLastRead } from '../../../db/queries/last-reads.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { visit } from '../../../domain/notifications/visits.ts'
import type { Deps } from '../../deps.ts'

/** When somebody was here before, and what it said then. */
export interface Since {
  at: number
  /** By part; null where that was not kept. */
  seen: Record<string, string> | null
}

/**
 * Notes that somebody reads a thing, for themselves alone, and says since when its changes are news to them
 * (notifications SPEC [I27]); null for who has no account, and at the first visit.
 *
 * @param seen what it says now, by part.
 */
export async function noteRead(
  deps: Deps,
  viewer: Viewer | null,
  { thing, seen }: { thing: string; seen: Record<string, string> },
): Promise<Since | null> {
  if (!viewer || viewer.suspended || !can(viewer, 'account.own', null)) return null
  const { actorId } = viewer
  const known = (await findLastRead(deps.store.read, actorId, thing)) ?? null
  const { since, keep } = visit(known, { at: deps.now(), seen })
  if (keep) await deps.store.tx((q) => saveLastRead(q, { actorId, thing, ...keep }))
  return since
}
