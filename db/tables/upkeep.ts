import type { Kit } from '../kit.sqlite.ts'

/** What whoever runs the site does from the command line, and when last. */
export const upkeepKinds = ['backup', 'drill', 'check'] as const

/** The last time of each; the page of the administrator shows them. */
export function defineUpkeep(k: Kit) {
  const upkeep = k.table('upkeep', {
    kind: k.choice('kind', upkeepKinds).primaryKey(),
    at: k.time('at').notNull(),
    ok: k.bool('ok').notNull(),
    /** What came of it, in a line; no path and no name. */
    note: k.text('note').notNull(),
  })
  return { upkeep }
}
