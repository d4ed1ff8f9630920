import { findDraftFor } from '../../../db/queries/drafts.ts'
import type { WorkshopRow } from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isZone, momentIn } from '../../../domain/text/zoned-time.ts'
import { fewestTables, mostTables, readTables } from '../../../domain/workshops/tables.ts'
import { guestPolicies } from '../../../domain/workshops/words.ts'
import { checkLine, checkText } from '../../check-text.ts'
import { AppError } from '../../errors.ts'

/** The most people that a room takes, and the most drafts that a workshop works on. */
const mostPeople = 500
const mostDrafts = 8

/** What a workshop is, as typed. */
export interface TypedDetails {
  title: string
  purpose: string
  /** Wall clock of the zone, as in `2026-11-29T14:30`. */
  startsAt: string
  zone: string
  guests: string
  capacity: string
  /** `none`, `by-size`, or how many; left out, there are none. */
  tables?: string | undefined
  draftIds: readonly string[]
}

type Details = Pick<WorkshopRow, 'title' | 'purpose' | 'startsAt' | 'zone' | 'guests' | 'capacity' | 'tables'>

/** @throws AppError `bad-input` (title, purpose, startsAt, zone, guests, capacity, tables). */
export function checkDetails(typed: TypedDetails): Details {
  const title = checkLine(typed.title, { field: 'title', label: 'a title', limit: 'title' })
  const purpose = checkText(typed.purpose, { field: 'purpose', label: 'what it is for', limit: 'note' })
  const zone = typed.zone.trim()
  if (!isZone(zone)) {
    throw new AppError('bad-input', 'Write a time zone such as Europe/Lisbon, or UTC.', 'zone')
  }
  const startsAt = momentIn(typed.startsAt, zone)
  if (Number.isNaN(startsAt))
    throw new AppError('bad-input', 'Say on which day and at what time it begins.', 'startsAt')
  const guests = guestPolicies.find((one) => one === typed.guests)
  if (!guests) throw new AppError('bad-input', 'Say whether guests without an account may join.', 'guests')
  const capacity = /^\d{1,4}$/.test(typed.capacity) ? Number(typed.capacity) : 0
  if (capacity < 2 || capacity > mostPeople) {
    throw new AppError('bad-input', `Say how many people fit, between 2 and ${mostPeople}.`, 'capacity')
  }
  const tables = readTables(typed.tables ?? 'none')
  if (tables === null) {
    const words = `Say how many tables there are: none, ${fewestTables} to ${mostTables}, or by size.`
    throw new AppError('bad-input', words, 'tables')
  }
  return { title, purpose, startsAt, zone, guests, capacity, tables }
}

/**
 * The drafts a workshop may work on: each shown to everybody in the room, so linking asks for more than reading
 * (workshops SPEC [L1]).
 *
 * @param linked those it works on already, which are not asked about again.
 * @throws AppError `bad-input` (draftIds).
 */
export async function checkDrafts(
  q: Q,
  by: Viewer,
  ids: readonly string[],
  linked: readonly string[] = [],
): Promise<string[]> {
  const draftIds = [...new Set(ids.filter((id) => id !== ''))]
  if (draftIds.length === 0) throw new AppError('bad-input', 'Choose at least one draft to work on.', 'draftIds')
  if (draftIds.length > mostDrafts) {
    throw new AppError('bad-input', `Choose ${mostDrafts} drafts at most.`, 'draftIds')
  }
  for (const id of draftIds.filter((one) => !linked.includes(one))) {
    const found = await findDraftFor(q, id, by.actorId)
    if (!found || !can(by, 'draft.read', found.thing)) {
      throw new AppError('bad-input', 'One of the drafts is not there any more, or not open to you.', 'draftIds')
    }
    if (!can(by, 'workshop.link', found.thing)) {
      throw new AppError(
        'bad-input',
        `“${found.draft.title}” cannot be worked on: it is decided already, or you may not write it. Ask its owner.`,
        'draftIds',
      )
    }
  }
  return draftIds
}
