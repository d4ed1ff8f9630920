import { listEventsAfter } from '../../db/queries/record.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { canonicalJson } from '../../domain/record/canonical-json.ts'
import type { RecordEvent } from '../../domain/record/chain.ts'
import { describeEvent } from '../../domain/record/describe.ts'
import { csvLines } from '../../domain/text/csv.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { AskedRecord } from './record-page.ts'
import { readFilter } from './record-page.ts'

const batch = 500

/**
 * All events of a filter, oldest first, as comma-separated values, line by line.
 *
 * @throws AppError `bad-input` (from, to), `signed-out`.
 */
export async function recordCsv(deps: Deps, viewer: Viewer | null, asked: AskedRecord): Promise<AsyncIterable<string>> {
  const { matching } = read(viewer, asked)
  async function* lines(): AsyncGenerator<string> {
    yield* csvLines(
      ['number', 'time', 'type', 'about', 'what happened', 'payload', 'leaf hash', 'previous', 'hash'],
      [],
    )
    for (let after = 0; ; ) {
      const rows = await listEventsAfter(deps.store.read, after, batch, matching)
      const [, ...told] = csvLines([], rows.map(cells))
      yield* told
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
  const after = asked.after ?? '0'
  if (!/^[0-9]{1,12}$/.test(after)) throw new AppError('bad-input', '“after” takes the number of an event.', 'after')
  const rows = await listEventsAfter(deps.store.read, Number(after), batch + 1, matching)
  const items = rows.slice(0, batch)
  return { items, next: rows.length > batch ? (items.at(-1)?.seq ?? null) : null }
}

function read(viewer: Viewer | null, asked: AskedRecord) {
  if (!can(viewer, 'record.read', null)) throw new AppError('signed-out', 'Sign in to read the record.')
  return readFilter(asked)
}
