import { findDraftsFor, findThreads } from '../../db/queries/notified.ts'
import type { EventFilter, EventRow } from '../../db/queries/record.ts'
import { lastSeq, listEventsAfter, listEventsBefore, listEventTypes, namePublished } from '../../db/queries/record.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import type { RecordEvent } from '../../domain/record/chain.ts'
import { describeEvent } from '../../domain/record/describe.ts'
import { shortHash } from '../../domain/record/hash.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { verifiedThrough } from '../record/verify-chain.ts'
import type { AskedRecord, RecordFilter } from './asked-record.ts'
import { eventsAfter, mayReadRecord, readFilter, seqOf } from './asked-record.ts'
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

/**
 * A page of the record, public parts only, newest first.
 *
 * @throws AppError `bad-input` for a sequence number or a day that is none.
 */
export async function recordView(deps: Deps, viewer: Viewer | null, asked: AskedRecord): Promise<RecordPage> {
  mayReadRecord(viewer)
  const { filter, matching } = readFilter(asked)
  const last = await lastSeq(deps.store.read)
  const { rows, newer, older } = await around(deps.store.read, asked, last, matching)
  const { through, fault } = await verifiedThrough(deps.store)
  return {
    events: await named(deps.store.read, viewer, rows),
    types: await listEventTypes(deps.store.read),
    filter,
    newer,
    older,
    chain: { through: through.seq, of: last, fault: fault && { seq: fault.seq, fault: fault.fault } },
    signed: await lastSigned(deps),
  }
}

/** The rows of a page, newest first; one more is read to see whether there are others on its far side. */
async function around(q: Q, { after, before }: AskedRecord, last: number, matching: EventFilter) {
  if (after) {
    const rows = await listEventsAfter(q, seqOf(after, 'after'), perPage + 1, matching)
    const shown = rows.slice(0, perPage).reverse()
    const [top, bottom] = [shown[0]?.seq, shown.at(-1)?.seq]
    const isOld = bottom !== undefined && (await listEventsBefore(q, bottom, 1, matching)).length > 0
    return { rows: shown, newer: rows.length > perPage ? (top ?? null) : null, older: isOld ? bottom : null }
  }
  const rows = await listEventsBefore(q, before ? seqOf(before, 'before') : last + 1, perPage + 1, matching)
  const shown = rows.slice(0, perPage)
  const [top, bottom] = [shown[0]?.seq, shown.at(-1)?.seq]
  const isNew = before && top !== undefined && (await listEventsAfter(q, top, 1, matching)).length > 0
  return { rows: shown, newer: isNew ? top : null, older: rows.length > perPage ? (bottom ?? null) : null }
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
  return eventsAfter(deps, after, limit)
}

async function named(q: Q, viewer: Viewer | null, rows: EventRow[]): Promise<RecordEntry[]> {
  const idsOf = (noun: string) =>
    rows.flatMap(({ subject }) => (subject.startsWith(`${noun}/`) ? [subject.slice(noun.length + 1)] : []))
  const entries = new Map((await namePublished(q, idsOf('entry'))).map((entry) => [entry.id, entry]))
  const threads = await findThreads(q, idsOf('thread'))
  const around = [...threads.values()].map(({ thread }) => thread.draftId)
  const drafts = await findDraftsFor(q, [...idsOf('draft'), ...around], viewer?.actorId ?? '')
  const isListed = (draftId: string | null) => {
    const draft = drafts.get(draftId)
    return draft !== undefined && can(viewer, 'draft.find', draft.thing)
  }
  const leadsOn = (noun: string, id: string) => {
    if (noun === 'draft') return isListed(id)
    const draftId = noun === 'thread' ? (threads.get(id)?.thread.draftId ?? null) : null
    return draftId === null || isListed(draftId)
  }
  return rows.map(({ seq, at, type, payload, subject, hash }) => {
    const [noun = '', id = ''] = subject.split('/')
    const entry = noun === 'entry' ? entries.get(id) : undefined
    const page = leadsOn(noun, id) ? pageOf(noun, id) : null
    const href = entry ? `/${kindPath[entry.kind]}/${entry.slug}` : page
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
