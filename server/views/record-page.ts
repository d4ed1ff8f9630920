import type { EventRow } from '../../db/queries/record.ts'
import { lastSeq, listEventsAfter, listEventsBefore, listEventTypes, namePublished } from '../../db/queries/record.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { RecordEvent } from '../../domain/record/chain.ts'
import { describeEvent } from '../../domain/record/describe.ts'
import { shortHash } from '../../domain/record/hash.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { verifiedThrough } from '../record/verify-chain.ts'

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
  filter: { type: string; subject: string }
  /** Sequence numbers for the neighbouring pages, null where there is none. */
  newer: number | null
  older: number | null
  chain: { through: number; of: number; fault: { seq: number; fault: string } | null }
}

interface Asked {
  after?: string | null
  before?: string | null
  type?: string | null
  subject?: string | null
}

/**
 * A page of the record, public parts only, newest first.
 *
 * @throws AppError `bad-input` for a sequence number that is not one.
 */
export async function recordView(deps: Deps, viewer: Viewer | null, asked: Asked): Promise<RecordPage> {
  if (!can(viewer, 'record.read', null)) throw new AppError('signed-out', 'Sign in to read the record.')
  const q = deps.store.read
  const filter = { type: asked.type ?? '', subject: asked.subject ?? '' }
  const last = await lastSeq(q)
  const rows = asked.after
    ? (await listEventsAfter(q, seqOf(asked.after, 'after'), perPage, filter)).reverse()
    : await listEventsBefore(q, asked.before ? seqOf(asked.before, 'before') : last + 1, perPage, filter)
  const [top, bottom] = [rows[0]?.seq, rows.at(-1)?.seq]
  const { through, fault } = await verifiedThrough(deps.store)
  const hasNewer = top !== undefined && (await listEventsAfter(q, top, 1, filter)).length > 0
  const hasOlder = bottom !== undefined && (await listEventsBefore(q, bottom, 1, filter)).length > 0
  return {
    events: await named(deps, rows),
    types: await listEventTypes(q),
    filter,
    newer: hasNewer ? top : null,
    older: hasOlder ? bottom : null,
    chain: { through: through.seq, of: last, fault: fault && { seq: fault.seq, fault: fault.fault } },
  }
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
