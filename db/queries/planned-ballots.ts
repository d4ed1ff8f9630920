import { and, eq } from 'drizzle-orm'
import { draftsDecided } from '../../domain/ballots/forks.ts'
import { ballots, electors, eventPrivate, events } from '../schema.ts'
import type { Q } from '../store.ts'
import { aboutDraft } from './about-draft.ts'
import type { BallotRow } from './ballots.ts'

/** The planned ballot about a draft's text, alone or among its forks, that has not opened yet. Sense checks and choices stand beside it. */
export async function findPlanned(q: Q, draftId: string): Promise<BallotRow | undefined> {
  const rows = await q
    .select()
    .from(ballots)
    .where(and(eq(ballots.state, 'scheduled'), aboutDraft(draftId)))
  return rows.find((ballot) => draftsDecided(ballot).includes(draftId))
}

/** The open ballots that decide about a draft's text, alone or among its forks. */
export async function listOpenOfDraft(q: Q, draftId: string): Promise<BallotRow[]> {
  const rows = await q
    .select()
    .from(ballots)
    .where(and(eq(ballots.state, 'open'), aboutDraft(draftId)))
  return rows.filter((ballot) => draftsDecided(ballot).includes(draftId))
}

/** Freezes an electorate in place of the people who were listed when the ballot was planned. */
export async function replaceElectors(q: Q, ballotId: string, actorIds: readonly string[]): Promise<void> {
  await q.delete(electors).where(eq(electors.ballotId, ballotId))
  await insertElectors(q, ballotId, actorIds)
}

export async function insertElectors(q: Q, ballotId: string, actorIds: readonly string[]): Promise<void> {
  if (actorIds.length === 0) return
  await q.insert(electors).values(actorIds.map((actorId) => ({ ballotId, actorId, class: 'full' as const })))
}

/** The zone of who planned a ballot, as in `Europe/Lisbon`; null where it is not known. */
export async function findPlannersZone(q: Q, ballotId: string): Promise<string | null> {
  const [row] = await q
    .select({ leaf: eventPrivate.payload })
    .from(events)
    .innerJoin(eventPrivate, eq(eventPrivate.seq, events.seq))
    .where(and(eq(events.subject, `ballot/${ballotId}`), eq(events.type, 'ballot.scheduled')))
  const zone = row?.leaf.zone
  return typeof zone === 'string' ? zone : null
}
