import { desc } from 'drizzle-orm'
import { eventPrivate, events } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import { eventHash, genesisHash, leafHash } from '../../domain/record/chain.ts'
import type { Deps } from '../deps.ts'
import { notifyOf } from '../notifications/notify.ts'

export interface NewEvent {
  /** `noun.past-participle`, as in `ballot.closed`. */
  type: string
  /** What it is about: `ballot/<id>`, `draft/<id>`, `entry/<id>`, `thread/<id>`, `actor/<id>`. */
  subject: string
  /** Ids, hashes, counts. No names, no text, no choices. */
  payload: Record<string, unknown>
  /** Names, text, choices, mail: kept beside the chain, erasable. */
  leaf?: Record<string, unknown>
}

/**
 * Appends one event to the hash-chained record, and writes whom it is told to. Call it in the transaction that changes
 * the state, after the change, so that neither can miss an act nor tell of one that did not happen (domain/record SPEC
 * [R1]–[R4]).
 */
export async function recordEvent(
  deps: Pick<Deps, 'now' | 'randomBytes'>,
  q: Q,
  event: NewEvent,
): Promise<{ seq: number }> {
  const [last] = await q.select({ seq: events.seq, hash: events.hash }).from(events).orderBy(desc(events.seq)).limit(1)
  const seq = (last?.seq ?? 0) + 1
  const leaf = event.leaf && { salt: Buffer.from(deps.randomBytes(16)).toString('hex'), payload: event.leaf }
  const body = {
    seq,
    type: event.type,
    subject: event.subject,
    payload: event.payload,
    leafHash: leaf ? leafHash(leaf) : null,
    at: deps.now(),
    prev: last?.hash ?? genesisHash,
  }
  await q.insert(events).values({ ...body, hash: eventHash(body) })
  if (leaf) await q.insert(eventPrivate).values({ seq, ...leaf })
  await notifyOf(q, { ...event, seq, at: body.at, leaf: event.leaf ?? {} })
  return { seq }
}
