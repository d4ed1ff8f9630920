import { randomBytes } from 'node:crypto'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { prepared } from '../../db/prepared.ts'
import { listDocSnapshots } from '../../db/queries/doc-log.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import { docClients, docSnapshots, docUpdates } from '../../db/schema.ts'
import type { Q, Store } from '../../db/store.ts'
import type { NewEvent } from '../record/record-event.ts'
import { recordEvent } from '../record/record-event.ts'
import { digest } from './digest.ts'
import { limits } from './limits.ts'
import { StandingRights } from './standing-rights.ts'

/** One admitted change of one document, with the place in the log that it was given on admission. */
export interface LogEntry {
  draftId: string
  generation: number
  seq: number
  actorId: string
  bytes: Uint8Array
  /** Yjs client ids that this entry is the first to use; they belong to its actor from now on. */
  newClients: number[]
  /** Milliseconds since 1970, UTC. */
  at: number
  /** The same moment on the clock of `performance.now()`. */
  admittedAt: number
  /** Made by the server itself: its rights were decided by a use case, and are not looked at again. */
  byServer: boolean
  /** Goes into the record in the same transaction, its payload with the entry's number as `docSeq`. */
  event?: NewEvent | undefined
}

export interface LogSnapshot {
  draftId: string
  generation: number
  seq: number
  state: Uint8Array
  at: number
}

/**
 * The append-only log of all documents; nothing else of the collaboration server writes document bytes. The running
 * server has it in a thread of its own (`LogThread`).
 */
export interface UpdateLog {
  /**
   * Writes the entries of any number of documents in one transaction, all or nothing but for drafts that were
   * deleted or replaced meanwhile, or in which somebody lost the right to write: their entries are left out.
   *
   * @returns ids of the drafts whose entries were left out.
   */
  append(entries: readonly LogEntry[]): Promise<ReadonlySet<string>>
  /** Keeps a snapshot and drops the oldest; one that a newer overtook is not kept. */
  saveSnapshot(snapshot: LogSnapshot): Promise<void>
}

/** Rows per statement: SQLite takes at most 32,766 values in one. */
const chunk = 1_000

/** The log on the store's own connection: each commit waits for the disk in this thread. */
export function createUpdateLog(store: Pick<Store, 'tx'>): UpdateLog {
  return {
    append: (entries) => store.tx((q) => appendEntries(q, entries)),
    saveSnapshot: (snapshot) => store.tx((q) => keepSnapshot(q, snapshot)),
  }
}

const rowInsert = prepared((q) => {
  const { placeholder } = sql
  return q
    .insert(docUpdates)
    .values({
      draftId: placeholder('draftId'),
      generation: placeholder('generation'),
      seq: placeholder('seq'),
      actorId: placeholder('actorId'),
      at: placeholder('at'),
      bytes: placeholder('bytes'),
      hash: placeholder('hash'),
    })
    .prepare()
})

/**
 * The rows of entries, for the log's own transaction and for the one that creates a draft.
 *
 * @param rights what is known already of whose entries which draft takes.
 * @returns ids of drafts whose entries were left out.
 */
export async function appendEntries(
  q: Q,
  entries: readonly LogEntry[],
  rights = new StandingRights(),
): Promise<ReadonlySet<string>> {
  const refused = await rights.refused(q, entries)
  const kept = refused.size === 0 ? entries : entries.filter(({ draftId }) => !refused.has(draftId))
  const insert = rowInsert(q)
  for (const { draftId, generation, seq, actorId, bytes, at, event } of kept) {
    await insert.run({ draftId, generation, seq, actorId, at, bytes: Buffer.from(bytes), hash: digest(bytes) })
    if (event) {
      const payload = { ...event.payload, docSeq: seq }
      await recordEvent({ now: () => at, randomBytes }, q, { ...event, payload })
    }
  }
  const clients = kept.flatMap(({ newClients, draftId, generation, actorId, seq }) =>
    newClients.map((client) => ({ draftId, generation, client, actorId, firstSeq: seq })),
  )
  for (let i = 0; i < clients.length; i += chunk) await q.insert(docClients).values(clients.slice(i, i + chunk))
  return refused
}

/** The row of a snapshot, unless it came too late; the oldest goes. */
export async function keepSnapshot(q: Q, snapshot: LogSnapshot): Promise<void> {
  if (!(await isWanted(q, snapshot))) return
  const { draftId, generation, seq, state, at } = snapshot
  await q.insert(docSnapshots).values({ draftId, generation, seq, state: Buffer.from(state), hash: digest(state), at })
  await dropOldSnapshots(q, draftId, generation)
}

/** True if the document still stands and has no snapshot as new as this one, so that no late one undoes a newer. */
async function isWanted(q: Q, { draftId, generation, seq }: LogSnapshot): Promise<boolean> {
  const draft = await findDraft(q, draftId)
  if (draft?.generation !== generation) return false
  const [newest] = await listDocSnapshots(q, { draftId, generation }, { limit: 1 })
  return newest === undefined || newest.seq < seq
}

async function dropOldSnapshots(q: Q, draftId: string, generation: number): Promise<void> {
  const ofDraft = and(eq(docSnapshots.draftId, draftId), eq(docSnapshots.generation, generation))
  const [oldestKept] = await q
    .select({ seq: docSnapshots.seq })
    .from(docSnapshots)
    .where(ofDraft)
    .orderBy(desc(docSnapshots.seq))
    .limit(1)
    .offset(limits.snapshotsKept - 1)
  if (oldestKept) await q.delete(docSnapshots).where(and(ofDraft, lt(docSnapshots.seq, oldestKept.seq)))
}
