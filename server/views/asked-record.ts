import type { EventFilter } from '../../db/queries/record.ts'
import { listEventsAfter } from '../../db/queries/record.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { RecordEvent } from '../../domain/record/chain.ts'
import { endOfDay, startOfDay } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'

/** As in the address; empty for any. */
export interface RecordFilter {
  type: string
  subject: string
  /** An account, where events say in the open who acted. */
  by: string
  /** Days as in `2026-11-24`, both included. */
  from: string
  to: string
}

export interface AskedRecord {
  after?: string | null
  before?: string | null
  type?: string | null
  subject?: string | null
  by?: string | null
  from?: string | null
  to?: string | null
}

/** @throws AppError `signed-out`. */
export function mayReadRecord(viewer: Viewer | null): void {
  if (!can(viewer, 'record.read', null)) throw new AppError('signed-out', 'Sign in to read the record.')
}

/** The number of an event as it was typed. @throws AppError `bad-input` in that field. */
export function seqOf(text: string, field: string): number {
  if (/^[0-9]{1,12}$/.test(text)) return Number(text)
  throw new AppError('bad-input', `“${field}” takes the number of an event.`, field)
}

/** Whole public events after a number, oldest first; `next` is the number to ask after, null at the end. */
export async function eventsAfter(
  deps: Pick<Deps, 'store'>,
  after: number,
  limit: number,
  matching: EventFilter = {},
): Promise<{ items: RecordEvent[]; next: number | null }> {
  const rows = await listEventsAfter(deps.store.read, after, limit + 1, matching)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null }
}

/** What is asked for, as it stands in the address and as the query takes it. @throws AppError `bad-input` (from, to). */
export function readFilter(asked: AskedRecord): { filter: RecordFilter; matching: EventFilter } {
  const { type, subject, by, from, to } = asked
  const filter = { type: type ?? '', subject: subject ?? '', by: by ?? '', from: from ?? '', to: to ?? '' }
  const since = dayAsked(filter.from, 'from', startOfDay)
  const until = dayAsked(filter.to, 'to', endOfDay)
  if (since !== undefined && until !== undefined && until <= since) {
    throw new AppError('bad-input', 'The last day lies before the first.', 'to')
  }
  return { filter, matching: { type: filter.type, subject: filter.subject, by: filter.by, from: since, until } }
}

function dayAsked(typed: string, field: string, read: (typed: string) => number): number | undefined {
  if (typed === '') return undefined
  const at = read(typed)
  if (Number.isNaN(at)) throw new AppError('bad-input', `“${field}” takes a day, as in 2026-11-24.`, field)
  return at
}
