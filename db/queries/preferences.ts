import { eq } from 'drizzle-orm'
import { preferences } from '../schema.ts'
import type { Q } from '../store.ts'

type PreferenceRow = typeof preferences.$inferSelect
export type Preferences = Omit<PreferenceRow, 'actorId' | 'updatedAt'>

/** What holds for who chose nothing. */
export const usualPreferences: Preferences = {
  timeZone: null,
  theme: 'auto',
  motion: 'auto',
  textSize: 'normal',
  shortcuts: true,
  rhythm: 'daily',
  digestHour: 7,
  digestDay: 1,
}

/** How somebody wants to read and be written to; what they did not choose is as usual. */
export async function findPreferences(q: Q, actorId: string): Promise<Preferences> {
  const [row] = await q.select().from(preferences).where(eq(preferences.actorId, actorId))
  if (!row) return usualPreferences
  const { actorId: _actorId, updatedAt: _updatedAt, ...chosen } = row
  return chosen
}

/** Changes some of it and leaves the rest. */
export async function savePreferences(
  q: Q,
  actorId: string,
  change: Partial<Preferences>,
  updatedAt: number,
): Promise<void> {
  await q
    .insert(preferences)
    .values({ ...usualPreferences, ...change, actorId, updatedAt })
    .onConflictDoUpdate({ target: preferences.actorId, set: { ...change, updatedAt } })
}
