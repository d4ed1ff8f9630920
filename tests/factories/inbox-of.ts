import type { Viewer } from '../../domain/access/viewer.ts'
import type { Inbox } from '../../domain/notifications/inbox.ts'
import type { Deps } from '../../server/deps.ts'
import type { Shown } from '../../server/views/read-inbox.ts'
import { readInbox } from '../../server/views/read-inbox.ts'

type Kinds = Record<keyof Inbox<Shown>, string[]>

/** Kinds of what somebody's inbox holds, by place; within one newest first. */
export async function inboxOf(deps: Deps, viewer: Viewer): Promise<Kinds> {
  const inbox = await readInbox(deps.store.read, { viewer, now: deps.now() }, 'all')
  const kindsOf = (place: keyof Inbox<Shown>) =>
    inbox[place].flatMap(({ items }) => items.map(({ row }) => row.kind as string))
  return {
    needs: kindsOf('needs'),
    watching: kindsOf('watching'),
    snoozed: kindsOf('snoozed'),
    done: kindsOf('done'),
  }
}
