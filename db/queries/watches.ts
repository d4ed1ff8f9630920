import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Volume } from '../../domain/notifications/kinds.ts'
import { watches } from '../schema.ts'
import type { Q } from '../store.ts'

/**
 * Somebody takes part in a thing and hears of it from now on. A volume that they chose themselves stays; one that came
 * of taking part less is raised.
 */
export async function joinWatch(
  q: Q,
  { actorId, thing, volume, at }: { actorId: string; thing: string; volume: Exclude<Volume, 'mute'>; at: number },
): Promise<void> {
  await q
    .insert(watches)
    .values({ actorId, thing, volume, chosen: false, before: null, at })
    .onConflictDoUpdate({
      target: [watches.actorId, watches.thing],
      set: { volume: sql`case when excluded.volume = 'all' then 'all' else ${watches.volume} end` },
      setWhere: eq(watches.chosen, false),
    })
}

/** What a person chooses to hear of some things. */
export async function chooseVolume(
  q: Q,
  { actorId, things, volume, at }: { actorId: string; things: readonly string[]; volume: Volume; at: number },
): Promise<void> {
  if (things.length === 0) return
  await q
    .insert(watches)
    .values(things.map((thing) => ({ actorId, thing, volume, chosen: true, before: null, at })))
    .onConflictDoUpdate({
      target: [watches.actorId, watches.thing],
      set: { volume, chosen: true, before: sql`${watches.volume}`, at },
    })
}

/** Takes back what a person chose at a moment. Who heard nothing of it before hears nothing again. */
export async function undoVolume(q: Q, actorId: string, at: number): Promise<void> {
  const chosenThen = and(eq(watches.actorId, actorId), eq(watches.at, at), eq(watches.chosen, true))
  await q.delete(watches).where(and(chosenThen, isNull(watches.before)))
  await q
    .update(watches)
    .set({ volume: sql`${watches.before}`, chosen: false, before: null })
    .where(chosenThen)
}

/** The volume that holds for a person and a thing, chosen or come of taking part; null where there is none. */
export async function findVolume(q: Q, actorId: string, thing: string): Promise<Volume | null> {
  const [row] = await q
    .select({ volume: watches.volume })
    .from(watches)
    .where(and(eq(watches.actorId, actorId), eq(watches.thing, thing)))
  return row?.volume ?? null
}

/** Leaves a person with nothing but what is addressed to them. */
export async function forgetVolume(q: Q, actorId: string, thing: string): Promise<void> {
  await q.delete(watches).where(and(eq(watches.actorId, actorId), eq(watches.thing, thing)))
}

/** What a person chose to hear of some things; those where they chose nothing are left out. */
export async function listChosenVolumes(
  q: Q,
  actorId: string,
  things: readonly string[],
): Promise<Map<string, Volume>> {
  if (things.length === 0) return new Map()
  const rows = await q
    .select({ thing: watches.thing, volume: watches.volume })
    .from(watches)
    .where(and(eq(watches.actorId, actorId), eq(watches.chosen, true), inArray(watches.thing, [...things])))
  return new Map(rows.map(({ thing, volume }) => [thing, volume]))
}

/** Who hears of any of these things at one of these volumes, each once. */
export async function listWatchersOfAny(
  q: Q,
  things: readonly string[],
  volumes: readonly Volume[],
): Promise<string[]> {
  const rows = await q
    .selectDistinct({ actorId: watches.actorId })
    .from(watches)
    .where(and(inArray(watches.thing, [...things]), inArray(watches.volume, [...volumes])))
  return rows.map(({ actorId }) => actorId)
}

/** Everybody who ever took part in a thing or chose what to hear of it, with the volume. */
export async function listWatchers(q: Q, thing: string): Promise<{ actorId: string; volume: Volume }[]> {
  return q.select({ actorId: watches.actorId, volume: watches.volume }).from(watches).where(eq(watches.thing, thing))
}
