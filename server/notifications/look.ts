import type { NotificationRow } from '../../db/queries/notifications.ts'
import type { Q } from '../../db/store.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Settlement } from '../../domain/notifications/settlement.ts'

/** What its reader sees of one notification now. */
export interface Sight {
  /** What it is listed under: its name, what it is, and its page. */
  title: string
  noun: string
  /** The very place, as in `/threads/x?at=y#c-y`. */
  href: string
  /** One line of what is there. */
  line: string
  /** Until when it can be answered, in milliseconds since 1970; null where there is no end. */
  due: number | null
  settlement: Settlement | 'told'
}

export interface Looking {
  viewer: Viewer
  now: number
}

/** Looks notifications up that are about one sort of thing; those that the reader may not see are left out. */
export type Look = (q: Q, rows: readonly NotificationRow[], looking: Looking) => Promise<Map<string, Sight>>

/** Characters of the line. */
export const lineLength = 180

/** Sights by key of what `see` finds for each row. */
export function sights(
  rows: readonly NotificationRow[],
  see: (row: NotificationRow) => Sight | null,
): Map<string, Sight> {
  return new Map(
    rows.flatMap((row) => {
      const sight = see(row)
      return sight ? [[row.key, sight] as const] : []
    }),
  )
}
