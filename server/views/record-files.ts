import { listEventsAfter } from '../../db/queries/record.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { canonicalJson } from '../../domain/record/canonical-json.ts'
import type { RecordEvent } from '../../domain/record/chain.ts'
import { describeEvent } from '../../domain/record/describe.ts'
import { csvLine } from '../../domain/text/csv.ts'
import type { Deps } from '../deps.ts'
import type { AskedRecord } from './asked-record.ts'
import { eventsAfter, mayReadRecord, readFilter, seqOf } from './asked-record.ts'

const batch = 500

/**
 * All events of a filter, oldest first, as comma-separated values, line by line.
 *
 * @throws AppError `bad-input` (from, to), `signed-out`.
 */
export async function recordCsv(deps: Deps, viewer: Viewer | null, asked: AskedRecord): Promise<AsyncIterable<string>> {
  const { matching } = read(viewer, asked)
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(['number', 'time', 'type', 'about', 'what happened', 'payload', 'leaf hash', 'previous', 'hash'])
    for (let after = 0; ; ) {
      const rows = await listEventsAfter(deps.store.read, after, batch, matching)
      for (const row of rows) yield csvLine(cells(row))
      const last = rows.at(-1)
      if (!last) return
      after = last.seq
    }
  }
  return lines()
}

function cells({ seq, at, type, subject, payload, leafHash, prev, hash }: RecordEvent): (string | number)[] {
  const words = describeEvent({ type, payload })
  return [seq, new Date(at).toISOString(), type, subject, words, canonicalJson(payload), leafHash ?? '', prev, hash]
}

/**
 * Events of a filter for programs, oldest first; `next` is the number to ask after, null at the end.
 *
 * @throws AppError `bad-input` (from, to, after), `signed-out`.
 */
export async function recordJson(
  deps: Deps,
  viewer: Viewer | null,
  asked: AskedRecord,
): Promise<{ items: RecordEvent[]; next: number | null }> {
  const { matching } = read(viewer, asked)
  return eventsAfter(deps, seqOf(asked.after ?? '0', 'after'), batch, matching)
}

function read(viewer: Viewer | null, asked: AskedRecord) {
  mayReadRecord(viewer)
  return readFilter(asked)
}
