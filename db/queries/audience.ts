import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Person } from '../../domain/notifications/audience.ts'
import { draftMembers, electors, users, watches } from '../schema.ts'
import type { Q } from '../store.ts'

/** The accounts among these, as far as it matters for what they may be told of a thing. One statement for any number. */
export async function listPeopleToTell(
  q: Q,
  { actorIds, thing, draftId }: { actorIds: readonly string[]; thing: string; draftId: string | null },
): Promise<Map<string, Person>> {
  const rows = await q
    .select({
      actorId: users.actorId,
      role: users.role,
      suspendedAt: users.suspendedAt,
      volume: watches.volume,
      draftRole: draftMembers.role,
    })
    .from(users)
    .leftJoin(watches, and(eq(watches.actorId, users.actorId), eq(watches.thing, thing)))
    .leftJoin(draftMembers, and(eq(draftMembers.actorId, users.actorId), eq(draftMembers.draftId, draftId ?? '')))
    .where(sql`${users.actorId} in (select value from json_each(${JSON.stringify(actorIds)}))`)
  return new Map(rows.map(({ suspendedAt, ...row }) => [row.actorId, { ...row, suspended: suspendedAt !== null }]))
}

/** Ids of accounts that have one of these roles and are not suspended. */
export async function listActorsOfRoles(
  q: Q,
  roles: readonly ('facilitator' | 'moderator' | 'admin')[],
): Promise<string[]> {
  const rows = await q
    .select({ actorId: users.actorId })
    .from(users)
    .where(and(inArray(users.role, [...roles]), isNull(users.suspendedAt)))
  return rows.map(({ actorId }) => actorId)
}

/** Ids of the people who may write in a draft by name: its owner and its writers. */
export async function listWriterIds(q: Q, draftId: string): Promise<string[]> {
  const rows = await q
    .select({ actorId: draftMembers.actorId })
    .from(draftMembers)
    .where(and(eq(draftMembers.draftId, draftId), inArray(draftMembers.role, ['owner', 'writer'])))
  return rows.map(({ actorId }) => actorId)
}

/** Ids of the electorate of a ballot, in the order in which its hash is taken. */
export async function listElectorIds(q: Q, ballotId: string): Promise<string[]> {
  const rows = await q
    .select({ actorId: electors.actorId })
    .from(electors)
    .where(eq(electors.ballotId, ballotId))
    .orderBy(asc(electors.actorId))
  return rows.map(({ actorId }) => actorId)
}
