import type * as Y from 'yjs'
import type { PartName } from './document-changes.ts'
import { writersIn } from './document-changes.ts'

/** What the person should know after coming back. */
export interface AwayNotice {
  /** Own changes that were sent on the way back. */
  sent: number
  /** What others changed meanwhile, with the Yjs clients they wrote it with; none where something was only removed. */
  changed: { part: PartName; clients: number[] }[]
}

/** A connection that was lost for less is not worth a word; milliseconds. */
const worthAWord = 3_000

/** Gathers what others changed while this page was away from the server. */
export interface AwayWatch {
  /** The page holds a document and has no connection. @param unsent its changes that wait. */
  left(now: number, unsent: number): void
  /** Something arrived while catching up. */
  caughtUp(transaction: Y.Transaction): void
  /** The document is complete again. @returns null where there is nothing to say. */
  back(now: number, unsent: number): AwayNotice | null
}

export function watchAway(): AwayWatch {
  let since: number | null = null
  let restored = 0
  let writers = new Map<PartName, Set<number>>()
  return {
    left(now, unsent) {
      since ??= now
      restored = Math.max(restored, unsent)
    },
    caughtUp(transaction) {
      if (since === null) return
      for (const [part, clients] of writersIn(transaction)) {
        writers.set(part, new Set([...(writers.get(part) ?? []), ...clients]))
      }
    },
    back(now, unsent) {
      const away = since === null ? 0 : now - since
      const changed = [...writers].map(([part, clients]) => ({ part, clients: [...clients] }))
      const said = restored > 0 || away >= worthAWord
      since = null
      restored = 0
      writers = new Map()
      return said && (unsent > 0 || changed.length > 0) ? { sent: unsent, changed } : null
    },
  }
}
