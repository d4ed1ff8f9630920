import { AsyncResource } from 'node:async_hooks'
import { and, eq, isNull } from 'drizzle-orm'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { drafts } from '../../db/schema.ts'
import type { Deps } from '../deps.ts'
import { limits } from './limits.ts'
import type { Room } from './room.ts'

/** Tells the rest of the site, every two seconds at most, that a draft's text has changed: its title, its date, a live event. */
export class Activity {
  private readonly timers = new Map<string, { timer: NodeJS.Timeout; room: Room }>()
  private readonly scope = new AsyncResource('Activity')
  private readonly deps: Omit<Deps, 'collab'>

  constructor(deps: Omit<Deps, 'collab'>) {
    this.deps = deps
  }

  /** Something of this draft was committed. */
  note(room: Room): void {
    if (this.timers.has(room.draftId)) return
    const timer = this.scope.runInAsyncScope(() =>
      setTimeout(() => {
        this.timers.delete(room.draftId)
        void this.tell(room)
      }, limits.touchInterval).unref(),
    )
    this.timers.set(room.draftId, { timer, room })
  }

  /** Tells at once what has not been told. */
  async flush(): Promise<void> {
    const waiting = [...this.timers.values()]
    this.timers.clear()
    for (const { timer, room } of waiting) {
      clearTimeout(timer)
      await this.tell(room)
    }
  }

  private async tell(room: Room): Promise<void> {
    const { draftId } = room
    const typed = room.alive ? room.doc.getMap(fieldsRoot).get(titleKey) : undefined
    if (typeof typed === 'string' && typed.trim() !== '') room.title = typed.trim()
    try {
      await this.deps.store.tx(async (q) => {
        await q
          .update(drafts)
          .set({ title: room.title, updatedAt: this.deps.now() })
          .where(and(eq(drafts.id, draftId), isNull(drafts.deletedAt)))
      })
      this.deps.live.publish([{ topic: `draft/${draftId}`, type: 'draft.edited', id: draftId }])
    } catch (error) {
      this.deps.log.warn({ err: error, draftId }, 'draft: title and date not updated')
    }
  }
}
