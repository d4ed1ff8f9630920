import { setImmediate } from 'node:timers/promises'
import type { DocumentKey } from '../../db/queries/doc-log.ts'
import { listLogTimes } from '../../db/queries/doc-log.ts'
import type { Q } from '../../db/store.ts'
import type { Session } from '../../domain/history/sessions.ts'
import { SessionLog } from '../../domain/history/sessions.ts'

/** Rows read at once: a few milliseconds. */
const page = 4_000

/**
 * Sessions as far as the log tells them without being replayed: who wrote when, and how often. What they changed is
 * left out. It goes on from where it was, so that only what is new is read.
 */
export class BareSessions {
  lastSeq = 0
  readonly key: DocumentKey
  private readonly sessions = new SessionLog(() => '')
  private turn: Promise<void> = Promise.resolve()

  constructor(key: DocumentKey) {
    this.key = key
  }

  async read(q: Q): Promise<Session[]> {
    this.turn = this.turn.catch(() => undefined).then(() => this.advance(q))
    await this.turn
    return this.sessions.all()
  }

  private async advance(q: Q): Promise<void> {
    for (;;) {
      const rows = await listLogTimes(q, this.key, this.lastSeq, page)
      for (const { seq, actorId, at } of rows) {
        this.lastSeq = seq
        // The first row is what the draft began with.
        if (seq === 1) continue
        this.sessions.next(at)
        this.sessions.add({ seq, actorId, at, sections: [], fields: [], inserted: 0, removed: 0 })
      }
      if (rows.length < page) return
      await setImmediate()
    }
  }
}
