import { hashJson } from './hash.ts'

/** The hash that the first event of a record points back to. */
export const genesisHash = '0'.repeat(64)

/**
 * One event of the record. `payload` is public and holds ids, hashes and counts only; everything personal
 * is in the leaf, of which the event carries just the salted hash, so that a leaf can be erased for good
 * without breaking the chain.
 */
export interface RecordEvent {
  seq: number
  type: string
  subject: string
  payload: Record<string, unknown>
  leafHash: string | null
  at: number
  prev: string
  hash: string
}

export interface PrivateLeaf {
  salt: string
  payload: Record<string, unknown>
}

/** Hash of a private leaf; the salt keeps short values from being guessed. */
export function leafHash(leaf: PrivateLeaf): string {
  return hashJson({ payload: leaf.payload, salt: leaf.salt })
}

/** Hash of an event over everything but itself, the previous hash included. */
export function eventHash(event: Omit<RecordEvent, 'hash'>): string {
  const { seq, type, subject, payload, leafHash, at, prev } = event
  return hashJson({ at, leafHash, payload, prev, seq, subject, type })
}

export type ChainFault =
  | { seq: number; fault: 'gap'; expected: number }
  | { seq: number; fault: 'previous-differs' }
  | { seq: number; fault: 'hash-differs' }
  | { seq: number; fault: 'leaf-differs' }

/**
 * Walks a record in order and returns the first fault, or null when the chain holds.
 *
 * @param leaves private leaves that still exist, by sequence number; erased ones are simply absent.
 * @param after the event before the first one, where an earlier walk has checked that far.
 */
export function firstChainFault(
  events: Iterable<RecordEvent>,
  leaves: ReadonlyMap<number, PrivateLeaf>,
  after: { seq: number; hash: string } = { seq: 0, hash: genesisHash },
): ChainFault | null {
  let prev = after.hash
  let expected = after.seq + 1
  for (const event of events) {
    if (event.seq !== expected) return { seq: event.seq, fault: 'gap', expected }
    if (event.prev !== prev) return { seq: event.seq, fault: 'previous-differs' }
    if (eventHash(event) !== event.hash) return { seq: event.seq, fault: 'hash-differs' }
    const leaf = leaves.get(event.seq)
    if (leaf && leafHash(leaf) !== event.leafHash) return { seq: event.seq, fault: 'leaf-differs' }
    prev = event.hash
    expected += 1
  }
  return null
}
