import type { DraftRow } from '../../../db/queries/drafts.ts'
import type { ThreadRow } from '../../../db/queries/threads.ts'
import { findThread } from '../../../db/queries/threads.ts'
import { listInRoom } from '../../../db/queries/workshop-people.ts'
import type { TableRow } from '../../../db/queries/workshop-tables.ts'
import { clearSeats, insertTables, lastRound, seatAt } from '../../../db/queries/workshop-tables.ts'
import { listWorkshopDrafts } from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { dealSeats, noTables, tableCount, tableName } from '../../../domain/workshops/tables.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'
import type { ForkedText } from '../drafts/fork-draft.ts'
import { forkable, insertFork, tellForked, textToFork } from '../drafts/fork-draft.ts'
import { beginThread } from '../threads/begin-thread.ts'
import { threadEvents } from '../threads/thread-access.ts'
import type { Led } from './lead.ts'
import { lead, mustBeLive } from './lead.ts'
import { awayMs } from './workshop-access.ts'

/**
 * Sends the room to its tables: a seat for everybody, and for each table its own fork of the first draft, with a hearing
 * where the room argues in one, all in one transaction (workshops SPEC [T1], [T2], [T4]).
 *
 * @throws AppError `conflict` where it sits at tables already, has none, or too few people; and as `forkDraft` and `lead`.
 */
export async function goToTables(deps: Deps, viewer: Viewer | null, input: { workshopId: string }): Promise<void> {
  const { workshopId } = input
  const [first] = await listWorkshopDrafts(deps.store.read, workshopId)
  if (!first) throw new AppError('conflict', 'This workshop works on no draft that tables could work on.')
  const { draft: origin } = await forkable(deps.store.read, viewer, first.id)
  const text = await textToFork(deps, origin)
  const forks: string[] = []
  const opened: LiveEvent[] = []
  await lead(deps, viewer, workshopId, async (q, led) => {
    mustBeLive(led)
    const { workshop, by, now } = led
    if (workshop.atTables !== null) throw new AppError('conflict', 'The room sits at its tables already.')
    const { draft } = await forkable(q, by, origin.id)
    const seats = await seatsFor(q, led, now)
    const round = (await lastRound(q, workshopId)) + 1
    const hearing = await hearingOf(q, led, draft)
    const rows: TableRow[] = []
    for (let n = 1; n <= seats.length; n++) {
      const forkId = await forkFor(deps, q, { draft, by, text, table: n, reason: tableName(n, workshop.title) })
      const thread = hearing && (await hearingFor(deps, q, by, { ...hearing, draftId: forkId }))
      if (thread) opened.push(...threadEvents(thread, 'thread.opened'))
      forks.push(forkId)
      rows.push({ workshopId, round, n, forkId, draftId: draft.id, threadId: thread?.id ?? null })
    }
    await insertTables(q, rows)
    await clearSeats(q, workshopId)
    for (const [i, people] of seats.entries()) await seatAt(q, workshopId, i + 1, people)
    const payload = { round, draft: draft.id, forks, seats: seats.map(({ length }) => length) }
    // The forks stay: what is ended by going back to plenum is not undone ([T6]).
    return {
      type: 'workshop.split',
      payload,
      change: { atTables: round, spotlight: null, projector: 'follow', undo: null },
    }
  })
  tellForked(deps, origin, forks)
  deps.live.publish(opened)
}

/**
 * Brings the room back together, with what the tables wrote on the wall (workshops SPEC [T6], [T7]).
 *
 * @throws AppError `conflict` where it is in plenum already, and as `lead`.
 */
export async function backToPlenum(deps: Deps, viewer: Viewer | null, input: { workshopId: string }): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (_q, led) => {
    mustBeLive(led)
    const { atTables } = led.workshop
    if (atTables === null) throw new AppError('conflict', 'The room is in plenum already.')
    return { type: 'workshop.plenum', payload: { round: atTables }, change: { atTables: null, projector: 'tables' } }
  })
}

/** Who sits at each table, the first first. @throws AppError `conflict`. */
async function seatsFor(q: Q, { workshop }: Led, now: number): Promise<string[][]> {
  const people = (await listInRoom(q, workshop.id)).filter(({ role }) => role === 'participant')
  const count = tableCount(workshop.tables, people.length)
  if (count === null) {
    throw new AppError(
      'conflict',
      workshop.tables === noTables
        ? 'This workshop has no tables. Change the workshop to say how many.'
        : 'Splitting takes at least two people besides the facilitators.',
    )
  }
  const sitters = people.map(({ actorId, type, lastSeenAt, joinedAt }) => ({
    ...{ actorId, joinedAt },
    guest: type === 'guest',
    away: lastSeenAt <= now - awayMs,
  }))
  const tables: string[][] = Array.from({ length: count }, () => [])
  for (const [actorId, n] of dealSeats(sitters, count)) tables[n - 1]?.push(actorId)
  return tables
}

interface TableFork {
  draft: DraftRow
  by: Viewer
  text: ForkedText
  table: number
  reason: string
}

/** For those who sit there: whom the workshop does not let in, its owner invites. */
function forkFor(deps: Deps, q: Q, fork: TableFork): Promise<string> {
  return insertFork(deps, q, { ...fork, writing: 'invited' })
}

/** The hearing in which the room argues about the draft; null where it does not. */
async function hearingOf(q: Q, { phases }: Led, draft: DraftRow): Promise<ThreadRow | null> {
  const id = phases.find(({ threadId }) => threadId !== null)?.threadId
  const thread = id ? await findThread(q, id) : undefined
  return thread?.draftId === draft.id ? thread : null
}

function hearingFor(deps: Deps, q: Q, by: Viewer, like: ThreadRow): Promise<ThreadRow> {
  const { entryId, draftId, version, place, kind, title, header } = like
  return beginThread(deps, q, by, { entryId, draftId, version, place, kind, title, header, anchored: false })
}
