import { and, asc, count, desc, eq, gt, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import { prepared } from '../prepared.ts'
import { actors, drafts, workshopDrafts, workshopPeople, workshopPhases, workshops } from '../schema.ts'
import type { Q } from '../store.ts'

export type WorkshopRow = typeof workshops.$inferSelect
export type PhaseRow = typeof workshopPhases.$inferSelect
export type WorkshopPersonRow = typeof workshopPeople.$inferSelect

const statements = prepared((q) => {
  const { placeholder } = sql
  return {
    byId: q
      .select()
      .from(workshops)
      .where(eq(workshops.id, placeholder('id')))
      .prepare(),
    byCode: q
      .select()
      .from(workshops)
      .where(eq(workshops.code, placeholder('code')))
      .prepare(),
    role: q
      .select({ role: workshopPeople.role })
      .from(workshopPeople)
      .where(
        and(
          eq(workshopPeople.workshopId, placeholder('workshopId')),
          eq(workshopPeople.actorId, placeholder('actorId')),
          isNull(workshopPeople.removedAt),
          isNull(workshopPeople.leftAt),
        ),
      )
      .prepare(),
    phases: q
      .select()
      .from(workshopPhases)
      .where(eq(workshopPhases.workshopId, placeholder('workshopId')))
      .orderBy(asc(workshopPhases.position))
      .prepare(),
  }
})

export async function findWorkshop(q: Q, id: string): Promise<WorkshopRow | undefined> {
  const [row] = await statements(q).byId.all({ id })
  return row
}

export async function findWorkshopByCode(q: Q, code: string): Promise<WorkshopRow | undefined> {
  const [row] = await statements(q).byCode.all({ code })
  return row
}

/** A new workshop; its drafts, agenda and people follow. */
export async function insertWorkshop(q: Q, workshop: WorkshopRow): Promise<void> {
  await q.insert(workshops).values(workshop)
}

export async function updateWorkshop(
  q: Q,
  id: string,
  change: Partial<Omit<WorkshopRow, 'id' | 'createdBy' | 'createdAt'>>,
): Promise<void> {
  await q.update(workshops).set(change).where(eq(workshops.id, id))
}

/** All workshops with who leads them, and somebody's own rehearsals, the latest date first. At most `limit`. */
export async function listWorkshops(q: Q, actorId: string, limit: number) {
  return q
    .select({ workshop: workshops, lead: actors.name })
    .from(workshops)
    .innerJoin(actors, eq(actors.id, workshops.leadId))
    .where(or(eq(workshops.rehearsal, false), eq(workshops.createdBy, actorId)))
    .orderBy(desc(workshops.startsAt), asc(workshops.id))
    .limit(limit)
}

/** The agenda, in its order. */
export async function listPhases(q: Q, workshopId: string): Promise<PhaseRow[]> {
  return statements(q).phases.all({ workshopId })
}

/** Puts these phases in the place of all from a position on. */
export async function replacePhases(q: Q, workshopId: string, from: number, phases: readonly PhaseRow[]) {
  await q
    .delete(workshopPhases)
    .where(and(eq(workshopPhases.workshopId, workshopId), gte(workshopPhases.position, from)))
  if (phases.length > 0) await q.insert(workshopPhases).values([...phases])
}

export async function updatePhase(
  q: Q,
  workshopId: string,
  position: number,
  change: Partial<Omit<PhaseRow, 'workshopId' | 'position'>>,
): Promise<void> {
  await q
    .update(workshopPhases)
    .set(change)
    .where(and(eq(workshopPhases.workshopId, workshopId), eq(workshopPhases.position, position)))
}

/** The drafts it works on, in their order. */
export async function listWorkshopDrafts(q: Q, workshopId: string) {
  return q
    .select({ id: drafts.id, title: drafts.title, kind: drafts.kind, state: drafts.state, entryId: drafts.entryId })
    .from(workshopDrafts)
    .innerJoin(drafts, eq(drafts.id, workshopDrafts.draftId))
    .where(eq(workshopDrafts.workshopId, workshopId))
    .orderBy(asc(workshopDrafts.position))
}

export async function setWorkshopDrafts(q: Q, workshopId: string, draftIds: readonly string[]): Promise<void> {
  await q.delete(workshopDrafts).where(eq(workshopDrafts.workshopId, workshopId))
  const rows = draftIds.map((draftId, i) => ({ workshopId, draftId, position: i + 1 }))
  if (rows.length > 0) await q.insert(workshopDrafts).values(rows)
}

/** The role that somebody has in a workshop and was not taken out of; null for none. */
export async function findWorkshopRole(
  q: Q,
  workshopId: string,
  actorId: string | null,
): Promise<WorkshopPersonRow['role'] | null> {
  if (actorId === null) return null
  const [row] = await statements(q).role.all({ workshopId, actorId })
  return row?.role ?? null
}

/** Puts somebody in a workshop as one of its facilitators, whatever they were in it. */
export async function putFacilitator(q: Q, workshopId: string, actorId: string, now: number): Promise<void> {
  const role = 'facilitator' as const
  await q
    .insert(workshopPeople)
    .values({ workshopId, actorId, role, table: null, named: true, joinedAt: now, lastSeenAt: now, removedAt: null })
    .onConflictDoUpdate({
      target: [workshopPeople.workshopId, workshopPeople.actorId],
      set: { role, lastSeenAt: now, removedAt: null, leftAt: null },
    })
}

/** Who leads a workshop, by name. */
export async function listFacilitators(q: Q, workshopId: string): Promise<{ actorId: string; name: string }[]> {
  return q
    .select({ actorId: actors.id, name: actors.name })
    .from(workshopPeople)
    .innerJoin(actors, eq(actors.id, workshopPeople.actorId))
    .where(
      and(
        eq(workshopPeople.workshopId, workshopId),
        eq(workshopPeople.role, 'facilitator'),
        isNull(workshopPeople.removedAt),
        isNull(workshopPeople.leftAt),
      ),
    )
    .orderBy(asc(actors.name))
}

/** How many take part and were seen since then, facilitators left out. */
export async function countPresent(q: Q, workshopId: string, since: number): Promise<number> {
  const [row] = await q
    .select({ n: count() })
    .from(workshopPeople)
    .where(
      and(
        eq(workshopPeople.workshopId, workshopId),
        eq(workshopPeople.role, 'participant'),
        isNull(workshopPeople.removedAt),
        isNull(workshopPeople.leftAt),
        gt(workshopPeople.lastSeenAt, since),
      ),
    )
  return row?.n ?? 0
}

/** How many phases each of these workshops has, and how long they take as planned. */
export async function listPlannedMinutes(q: Q, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await q
    .select({ id: workshopPhases.workshopId, minutes: workshopPhases.minutes })
    .from(workshopPhases)
    .where(inArray(workshopPhases.workshopId, [...ids]))
  const sums = new Map<string, number>()
  for (const { id, minutes } of rows) sums.set(id, (sums.get(id) ?? 0) + minutes)
  return sums
}
