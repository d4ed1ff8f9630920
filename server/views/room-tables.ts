import { findActorNames } from '../../db/queries/actors.ts'
import { listCandidateReactions, listCandidates } from '../../db/queries/candidates.ts'
import { findDraftFor } from '../../db/queries/drafts.ts'
import { countSeats, lastRound, listTables } from '../../db/queries/workshop-tables.ts'
import type { WorkshopPersonRow, WorkshopRow } from '../../db/queries/workshops.ts'
import type { Q } from '../../db/store.ts'
import { isOpenDraft } from '../../domain/access/draft-rights.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { shownWords } from '../../domain/moderation/shown.ts'
import type { StanceCounts } from '../../domain/threads/reactions.ts'
import { countStances } from '../../domain/threads/reactions.ts'
import { tableCount, typedTables } from '../../domain/workshops/tables.ts'
import type { Deps } from '../deps.ts'
import type { RoomPerson } from './room-people.ts'
import type { TablePart } from './tables-compared.ts'
import { tablesCompared } from './tables-compared.ts'

/** Where somebody in the room sits, for their phone. */
export interface OwnTable {
  n: number
  /** How many tables there are. */
  of: number
  /** How many sit there, the viewer included. */
  people: number
  draftId: string
  threadId: string | null
}

/** The viewer's table; null in plenum and for who sits at none. */
export async function ownTable(
  q: Q,
  { id, atTables, state }: WorkshopRow,
  { table }: Pick<WorkshopPersonRow, 'table'>,
): Promise<OwnTable | null> {
  if (atTables === null || table === null || state !== 'live') return null
  const tables = await listTables(q, id, atTables)
  const row = tables.find(({ n }) => n === table)
  if (!row) return null
  const people = (await countSeats(q, id)).get(table) ?? 0
  return { n: row.n, of: tables.length, people, draftId: row.forkId, threadId: row.threadId }
}

/** A wording of a table, as facilitators see it. */
export interface TableWording {
  n: number
  text: string
  author: string
  counts: StanceCounts
  /** It was put into the table's version, or suggested there. */
  carried: boolean
}

export interface ConsoleTable {
  n: number
  people: number
  draftId: string
  threadId: string | null
  wordings: TableWording[]
}

export interface ConsoleTables {
  /** As chosen at set-up: `none`, `by-size`, or how many. */
  setting: string
  /** How many there would be now; null where too few people are in the room. */
  would: number | null
  /** The room sits at them. */
  sitting: boolean
  /** The tables of now, or of the last time; those that are put away are left out. */
  list: ConsoleTable[]
  /** In plenum, where what the tables wrote differs from the common text or was taken. */
  parts: TablePart[]
}

/** The tables of a room for its facilitators; null for a workshop without any. */
export async function consoleTables(
  deps: Deps,
  viewer: Viewer,
  workshop: WorkshopRow,
  people: readonly RoomPerson[],
): Promise<ConsoleTables | null> {
  const q = deps.store.read
  const sitting = workshop.atTables !== null
  const tables = await openTables(q, viewer, workshop)
  if (workshop.tables === 0 && tables.length === 0) return null
  const seats = await countSeats(q, workshop.id)
  const sitters = people.filter(({ facilitator }) => !facilitator)
  return {
    setting: typedTables(workshop.tables),
    would: tableCount(workshop.tables, sitters.length),
    sitting,
    list: await Promise.all(
      tables.map(async ({ n, forkId, threadId }) => ({
        n,
        people: seats.get(n) ?? 0,
        draftId: forkId,
        threadId,
        wordings: threadId === null ? [] : await wordingsOf(q, threadId),
      })),
    ),
    parts: sitting ? [] : await tablesCompared(deps, viewer, tables),
  }
}

/** The tables as a room sees them on its wall: how many sit where, and in plenum what each wrote. No names. */
export async function wallTables(
  deps: Deps,
  viewer: Viewer | null,
  workshop: WorkshopRow,
): Promise<{ sitting: boolean; list: { n: number; people: number }[]; parts: TablePart[] } | null> {
  const q = deps.store.read
  const sitting = workshop.atTables !== null
  // What stands where is read only where it is shown.
  if (!sitting && workshop.projector !== 'tables') return null
  const tables = await openTables(q, viewer, workshop)
  const seats = await countSeats(q, workshop.id)
  return {
    sitting,
    list: tables.map(({ n }) => ({ n, people: seats.get(n) ?? 0 })),
    parts: sitting ? [] : await tablesCompared(deps, viewer, tables),
  }
}

/** Those whose version is not put away and that the viewer may read. */
async function openTables(q: Q, viewer: Viewer | null, { id, atTables }: WorkshopRow) {
  const rows = await listTables(q, id, atTables ?? (await lastRound(q, id)))
  const found = await Promise.all(rows.map(({ forkId }) => findDraftFor(q, forkId, viewer?.actorId ?? null)))
  return rows.filter((_, i) => {
    const thing = found[i]?.thing
    return thing !== undefined && isOpenDraft(thing) && can(viewer, 'draft.read', thing)
  })
}

/** What stands in a table's hearing; what is still silent is left out. */
async function wordingsOf(q: Q, threadId: string): Promise<TableWording[]> {
  const rows = (await listCandidates(q, threadId, null)).filter(
    ({ state, sealedIn }) => state === 'standing' && sealedIn === null,
  )
  const reactions = rows.length === 0 ? [] : await listCandidateReactions(q, threadId)
  const names = await findActorNames(
    q,
    rows.map(({ authorId }) => authorId),
  )
  return rows.map(({ n, text, authorId, suggestionId }) => {
    const counts = countStances(reactions.filter((one) => one.n === n))
    return { n, text: shownWords(text), author: names.get(authorId) ?? '', counts, carried: suggestionId !== null }
  })
}
