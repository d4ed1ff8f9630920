import type { NotificationRow } from '../../db/queries/notifications.ts'
import { listDoneNotifications, listOpenNotifications } from '../../db/queries/notifications.ts'
import type { Q } from '../../db/store.ts'
import type { Item } from '../../domain/notifications/inbox.ts'
import { forgottenAfter, sortInbox } from '../../domain/notifications/inbox.ts'
import type { KindId } from '../../domain/notifications/kinds.ts'
import { kindIds, kinds, needingKinds } from '../../domain/notifications/kinds.ts'
import type { Looking, Sight } from '../notifications/look.ts'
import { lookUp } from '../notifications/look-up.ts'

/** Of each sort so many of the newest are looked at: a page is read, not mined. */
const most = 300
/** So many that were put away are listed again. */
const mostDone = 100

const newsKinds = kindIds.filter((id) => !kinds[id].needs)

/** One notification with what its reader sees of it. */
export interface Shown extends Item {
  row: NotificationRow
  by: string | null
  sight: Sight
}

/**
 * What somebody's inbox holds now. What waits is asked for apart from the news, so that no number of news can hide it.
 *
 * @param of `needs` for what waits alone, `all` with what was put away.
 */
export async function readInbox(q: Q, looking: Looking, of: 'needs' | 'open' | 'all') {
  const { viewer, now } = looking
  const open = (some: readonly KindId[]) =>
    listOpenNotifications(q, { actorId: viewer.actorId, after: now - forgottenAfter, kinds: some, limit: most })
  const found = [
    ...(await open(needingKinds)),
    ...(of === 'needs' ? [] : await open(newsKinds)),
    ...(of === 'all' ? await listDoneNotifications(q, viewer.actorId, mostDone) : []),
  ]
  const seen = await lookUp(
    q,
    found.map(({ row }) => row),
    looking,
  )
  const shown = found.flatMap(({ row, by }): Shown[] => {
    const sight = seen.get(row.key)
    const { thing, kind, ref, at, doneAt, snoozedUntil } = row
    if (!sight) return []
    return [{ row, by, sight, thing, says: `${kind} ${ref}`, at, doneAt, snoozedUntil, settlement: sight.settlement }]
  })
  return sortInbox(shown, now)
}
