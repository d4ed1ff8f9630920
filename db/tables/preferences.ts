import type { Kit } from '../kit.sqlite.ts'
import type { PeopleTables } from './people.ts'

export const themes = ['auto', 'light', 'dark'] as const
export const motions = ['auto', 'less'] as const
export const textSizes = ['normal', 'large', 'larger'] as const
export const rhythms = ['daily', 'weekly'] as const

/** How somebody wants to read and be written to. Who never chose has no row and gets what the rules say. */
export function definePreferences(k: Kit, { actors }: PeopleTables) {
  const preferences = k.table('preferences', {
    actorId: k
      .text('actor_id')
      .primaryKey()
      .references(() => actors.id),
    /** As in `Europe/Lisbon`; null while the device says it. */
    timeZone: k.text('time_zone'),
    theme: k.choice('theme', themes).notNull(),
    motion: k.choice('motion', motions).notNull(),
    textSize: k.choice('text_size', textSizes).notNull(),
    /** Whether single letters act (WCAG 2.1.4). */
    shortcuts: k.bool('shortcuts').notNull(),
    /** How often a digest comes. */
    rhythm: k.choice('rhythm', rhythms).notNull(),
    /** Hour of the day in the own zone, 0 to 23. */
    digestHour: k.int('digest_hour').notNull(),
    /** Day of a weekly one, 1 (Monday) to 7. */
    digestDay: k.int('digest_day').notNull(),
    updatedAt: k.time('updated_at').notNull(),
  })

  return { preferences }
}
