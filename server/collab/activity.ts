import { AsyncResource } from 'node:async_hooks'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { drafts } from '../../db/schema.ts'
import type { Deps } from '../deps.ts'
import { limits } from './limits.ts'
import type { Room } from './room.ts'

/**
 * Tells the rest of the site, every two seconds at most, that drafts' texts have changed: title, date, a live event.
 * All of them at once: a transaction for each of two hundred busy drafts would keep the disk from the log. What could
 * not be written is tried again with the next.
 */
export class Activity {
  private waiting = new Map<string, Room>()
  private timer: NodeJS.Timeout | undefined
  private stopped = false
  private readonly scope = new AsyncResource('Activity')
  private readonly deps: Omit<Deps, 'collab'>

  constructor(deps: Omit<Deps, 'collab'>) {
    this.deps = deps
  }

  /** Something of this draft was committed. */
  note(room: Room): void {
    this.waiting.set(room.draftId, room)
    this.timer ??= this.scope.runInAsyncScope(() => setTimeout(() => void this.flush(), limits.touchInterval).unref())
  }

  /** Tells for the last time what has not been told. */
  async stop(): Promise<void> {
    this.stopped = true
    await this.flush()
  }

  /** Tells at once what has not been told. */
  private async flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const rooms = [...this.waiting.values()]
    this.waiting = new Map()
    if (rooms.length === 0) return
    const ids = rooms.map(({ draftId }) => draftId)
    const renamed = rooms.flatMap((room) => {
      const title = newTitle(room)
      return title === undefined ? [] : { room, title }
    })
    try {
      await this.deps.store.tx(async (q) => {
        const updatedAt = this.deps.now()
        await q
          .update(drafts)
          .set({ updatedAt })
          .where(and(inArray(drafts.id, ids), isNull(drafts.deletedAt)))
        for (const { room, title } of renamed) {
          await q
            .update(drafts)
            .set({ title })
            .where(and(eq(drafts.id, room.draftId), isNull(drafts.deletedAt)))
        }
      })
      for (const { room, title } of renamed) room.title = title
      this.deps.live.publish(ids.map((id) => ({ topic: `draft/${id}`, type: 'draft.edited', id })))
    } catch (error) {
      this.deps.log.warn({ err: error, drafts: ids.length }, 'drafts: titles and dates not updated')
      if (this.stopped) return
      for (const room of rooms) if (!this.waiting.has(room.draftId)) this.note(room)
    }
  }
}

/** The title in the document, where it is another than the draft's. */
function newTitle(room: Room): string | undefined {
  const typed = room.alive ? room.doc.getMap(fieldsRoot).get(titleKey) : undefined
  const title = typeof typed === 'string' ? typed.trim() : ''
  return title === '' || title === room.title ? undefined : title
}
