import type { EventFilter, EventRow } from '../../db/queries/record.ts'
import { lastSeq, listEventsAfter, listEventsBefore, listEventTypes, namePublished } from '../../db/queries/record.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { RecordEvent } from '../../domain/record/chain.ts'
import { describeEvent } from '../../domain/record/describe.ts'
import { shortHash } from '../../domain/record/hash.ts'
import { endOfDay, startOfDay } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { verifiedThrough } from '../record/verify-chain.ts'
import { lastSigned } from './checkpoints.ts'

const perPage = 50
const mostPerPage = 500

export interface RecordEntry {
  seq: number
  at: number
  type: string
  words: string
  subject: { id: string; label: string; href: string | null }
  hash: string
  shortHash: string
}

export interface RecordPage {
  /** Newest first. */
  events: RecordEntry[]
  types: string[]
  filter: RecordFilter
  /** Sequence numbers for the neighbouring pages, null where there is none. */
  newer: number | null
  older: number | null
  chain: { through: number; of: number; fault: { seq: number; fault: string } | null }
  /** The last signed head; null before the first. */
  signed: Awaited<ReturnType<typeof lastSigned>>
}

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

/**
 * A page of the record, public parts only, newest first.
 *
 * @throws AppError `bad-input` for a sequence number or a day that is none.
 */
export async function recordView(deps: Deps, viewer: Viewer | null, asked: AskedRecord): Promise<RecordPage> {
  if (!can(viewer, 'record.read', null)) throw new AppError('signed-out', 'Sign in to read the record.')
  const q = deps.store.read
  const { filter, matching } = readFilter(asked)
  const last = await lastSeq(q)
  const rows = asked.after
    ? (await listEventsAfter(q, seqOf(asked.after, 'after'), perPage, matching)).reverse()
    : await listEventsBefore(q, asked.before ? seqOf(asked.before, 'before') : last + 1, perPage, matching)
  const [top, bottom] = [rows[0]?.seq, rows.at(-1)?.seq]
  const { through, fault } = await verifiedThrough(deps.store)
  const hasNewer = top !== undefined && (await listEventsAfter(q, top, 1, matching)).length > 0
  const hasOlder = bottom !== undefined && (await listEventsBefore(q, bottom, 1, matching)).length > 0
  return {
    events: await named(deps, rows),
    types: await listEventTypes(q),
    filter,
    newer: hasNewer ? top : null,
    older: hasOlder ? bottom : null,
    chain: { through: through.seq, of: last, fault: fault && { seq: fault.seq, fault: fault.fault } },
    signed: await lastSigned(deps),
  }
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

/**
 * The record for programs: whole public events, oldest first, so that anyone can follow and check the chain.
 * `next` is the number to ask after, null at the end.
 *
 * @throws AppError `bad-input` (after, limit).
 */
export async function recordPage(
  deps: Deps,
  { after = 0, limit = perPage }: { after?: number; limit?: number },
): Promise<{ items: RecordEvent[]; next: number | null }> {
  if (!Number.isInteger(after) || after < 0) {
    throw new AppError('bad-input', 'after is a sequence number, 0 or more.', 'after')
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > mostPerPage) {
    throw new AppError('bad-input', `limit is a number from 1 to ${mostPerPage}.`, 'limit')
  }
  const rows = await listEventsAfter(deps.store.read, after, limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null }
}

function seqOf(text: string, field: string): number {
  if (/^[0-9]{1,12}$/.test(text)) return Number(text)
  throw new AppError('bad-input', `“${field}” takes the number of an event.`, field)
}

async function named(deps: Deps, rows: EventRow[]): Promise<RecordEntry[]> {
  const entryIds = rows.flatMap(({ subject }) => (subject.startsWith('entry/') ? [subject.slice(6)] : []))
  const entries = new Map((await namePublished(deps.store.read, entryIds)).map((entry) => [entry.id, entry]))
  return rows.map(({ seq, at, type, payload, subject, hash }) => {
    const [noun = '', id = ''] = subject.split('/')
    const entry = noun === 'entry' ? entries.get(id) : undefined
    const href = entry ? `/${kindPath[entry.kind]}/${entry.slug}` : pageOf(noun, id)
    return {
      seq,
      at,
      type,
      words: describeEvent({ type, payload }),
      subject: { id: subject, label: entry?.title ?? `${noun} ${id.slice(0, 6)}`.trim(), href },
      hash,
      shortHash: shortHash(hash),
    }
  })
}

function pageOf(noun: string, id: string): string | null {
  const folder: Record<string, string> = { draft: 'drafts', ballot: 'ballots', thread: 'threads', edition: 'editions' }
  return folder[noun] ? `/${folder[noun]}/${id}` : null
}
