import { and, asc, desc, eq, gt, like, or } from 'drizzle-orm'
import type { Checkpoint } from '../../domain/record/checkpoint.ts'
import { checkpoints, events } from '../schema.ts'
import type { Q } from '../store.ts'

export async function lastCheckpoint(q: Q): Promise<Checkpoint | undefined> {
  const [row] = await q.select().from(checkpoints).orderBy(desc(checkpoints.seq)).limit(1)
  return row
}

export async function insertCheckpoint(q: Q, point: Checkpoint): Promise<void> {
  await q.insert(checkpoints).values(point).onConflictDoNothing({ target: checkpoints.seq })
}

/** Checkpoints after an event, oldest first. */
export async function listCheckpointsAfter(q: Q, after: number, limit: number): Promise<Checkpoint[]> {
  return q.select().from(checkpoints).where(gt(checkpoints.seq, after)).orderBy(asc(checkpoints.seq)).limit(limit)
}

/** The newest checkpoints, oldest of them first. */
export async function listLastCheckpoints(q: Q, limit: number): Promise<Checkpoint[]> {
  return (await q.select().from(checkpoints).orderBy(desc(checkpoints.seq)).limit(limit)).reverse()
}

/** Whether a ballot closed or a version was made after an event. */
export async function hasDecisionAfter(q: Q, seq: number): Promise<boolean> {
  const [row] = await q
    .select({ seq: events.seq })
    .from(events)
    .where(and(gt(events.seq, seq), or(eq(events.type, 'ballot.closed'), like(events.type, 'version.%'))))
    .limit(1)
  return row !== undefined
}

/** Public keys of checkpoints as the record names them, oldest first. */
export async function listKeys(q: Q): Promise<{ key: string; publicKey: string }[]> {
  const rows = await q
    .select({ payload: events.payload })
    .from(events)
    .where(eq(events.type, 'record.key-made'))
    .orderBy(asc(events.seq))
  return rows.map(({ payload }) => ({ key: String(payload.key), publicKey: String(payload.publicKey) }))
}
