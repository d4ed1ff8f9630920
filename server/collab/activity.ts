import { AsyncResource } from 'node:async_hooks'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { drafts } from '../../db/schema.ts'
import type { Deps } from '../deps.ts'
import { limits } from './limits.ts'
import type { Room } from './room.ts'

/**
 * Tells the rest of the site, every two seconds at most, that drafts' texts have changed: title, date, a live event.
 * All of them at once: a transaction for each of two hundred busy drafts would keep the disk from the log.
 */
export class Activity {
  private waiting = new Map<string, Room>()
  private timer: NodeJS.Timeout | undefined
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

  /** Tells at once what has not been told. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const rooms = [...this.waiting.values()]
    this.waiting = new Map()
    if (rooms.length === 0) return
    const ids = rooms.map(({ draftId }) => draftId)
    const renamed = rooms.filter(takeTitle)
    try {
      await this.deps.store.tx(async (q) => {
        const updatedAt = this.deps.now()
        await q
          .update(drafts)
          .set({ updatedAt })
          .where(and(inArray(drafts.id, ids), isNull(drafts.deletedAt)))
        for (const { draftId, title } of renamed) {
          await q
            .update(drafts)
            .set({ title })
            .where(and(eq(drafts.id, draftId), isNull(drafts.deletedAt)))
        }
      })
      this.deps.live.publish(ids.map((id) => ({ topic: `draft/${id}`, type: 'draft.edited', id })))
    } catch (error) {
      this.deps.log.warn({ err: error, drafts: ids.length }, 'drafts: titles and dates not updated')
    }
  }
}

/** Takes the title over from the document. @returns whether it is another than before. */
function takeTitle(room: Room): boolean {
  const typed = room.alive ? room.doc.getMap(fieldsRoot).get(titleKey) : undefined
  const title = typeof typed === 'string' ? typed.trim() : ''
  if (title === '' || title === room.title) return false
  room.title = title
  return true
}
