import { eq } from 'drizzle-orm'
import { actors, guests, workshopDrafts, workshopPeople, workshopPhases, workshops } from '../../db/schema.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { PhaseKind, Writers } from '../../domain/workshops/words.ts'
import type { Deps } from '../../server/deps.ts'

type WorkshopRow = typeof workshops.$inferSelect

export interface TestPhase {
  kind: PhaseKind
  writers?: Writers
  locksAtEnd?: boolean
  threadId?: string
}

interface WorkshopOptions {
  code?: string
  drafts?: readonly string[]
  phases?: readonly TestPhase[]
  change?: Partial<WorkshopRow>
}

/** A live workshop in its first phase, without its use cases, led by somebody. @returns its id. */
export async function makeWorkshop(
  deps: Deps,
  leadId: string,
  { code = 'ABC4827', drafts = [], phases = [{ kind: 'gather' }], change = {} }: WorkshopOptions = {},
): Promise<string> {
  const id = deps.newId()
  const now = deps.now()
  await deps.store.tx(async (q) => {
    await q.insert(workshops).values({
      id,
      title: 'Falsifying a pause',
      purpose: 'To agree on a signal.',
      startsAt: now,
      zone: 'Europe/Berlin',
      code,
      codeRevokedAt: null,
      guests: 'welcome',
      capacity: 40,
      tables: 0,
      atTables: null,
      rehearsal: false,
      state: 'live',
      leadId,
      phase: 1,
      phaseEndsAt: null,
      pausedLeft: null,
      locked: false,
      broadcast: null,
      spotlight: null,
      projector: 'follow',
      undo: null,
      createdBy: leadId,
      createdAt: now,
      startedAt: now,
      endedAt: null,
      ...change,
    })
    for (const [i, draftId] of drafts.entries()) {
      await q.insert(workshopDrafts).values({ workshopId: id, draftId, position: i + 1 })
    }
    for (const [i, { kind, writers = 'nobody', locksAtEnd = false, threadId = null }] of phases.entries()) {
      await q.insert(workshopPhases).values({
        workshopId: id,
        position: i + 1,
        kind,
        title: kind,
        minutes: 10,
        minutesNow: 10,
        writers,
        locksAtEnd,
        instruction: `Do what ${kind} asks for.`,
        material: '',
        threadId,
        ballotId: null,
        startedAt: null,
        endedAt: null,
      })
    }
    const person = { table: null, named: true, joinedAt: now, lastSeenAt: now, removedAt: null, leftAt: null }
    await q.insert(workshopPeople).values({ workshopId: id, actorId: leadId, role: 'facilitator', ...person })
  })
  return id
}

export async function changeWorkshop(deps: Deps, id: string, change: Partial<WorkshopRow>): Promise<void> {
  await deps.store.tx((q) => q.update(workshops).set(change).where(eq(workshops.id, id)))
}

/** Puts somebody into the room as a participant. */
export async function enterRoom(deps: Deps, workshopId: string, actorId: string): Promise<void> {
  const now = deps.now()
  const person = { table: null, named: false, joinedAt: now, lastSeenAt: now, removedAt: null, leftAt: null }
  await deps.store.tx((q) => q.insert(workshopPeople).values({ workshopId, actorId, role: 'participant', ...person }))
}

/** A guest in the room, and the viewer it is. */
export async function makeGuest(deps: Deps, workshopId: string, name: string): Promise<Viewer> {
  const actorId = deps.newId()
  const colour = '#1c4a86'
  await deps.store.tx(async (q) => {
    await q.insert(actors).values({ id: actorId, type: 'guest', name, createdAt: deps.now() })
    await q.insert(guests).values({ actorId, workshopId, colour, removedAt: null, claimedBy: null, claimedAt: null })
  })
  await enterRoom(deps, workshopId, actorId)
  return { actorId, name, role: 'guest', colour, suspended: false }
}
