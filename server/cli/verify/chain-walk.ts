import { genesisHash } from '../../../domain/record/chain.ts'
import { Lie, same } from './faults.ts'
import { hashed } from './hashed.ts'
import type { EventLine } from './lines.ts'
import { isObject } from './shapes.ts'

/** Walks the chain event by event and keeps its hashes, 32 bytes each ([R1]–[R3], [R5]). */
export class ChainWalk {
  last = { seq: 0, hash: genesisHash }
  leaves = 0
  #hashes = Buffer.alloc(32 * 1024)

  /** @throws Lie where an event does not follow, or is not what was hashed. */
  take(event: EventLine): void {
    const where = `event ${event.seq}`
    same(where, 'its number', event.seq, this.last.seq + 1)
    same(where, 'the hash of the event before it', event.prev, this.last.hash)
    const { seq, type, subject, payload, leafHash, at, prev } = event
    same(where, 'its hash', event.hash, hashed({ at, leafHash, payload, prev, seq, subject, type }))
    if (event.leaf) this.#leaf(where, event)
    this.last = { seq: event.seq, hash: event.hash }
    if (this.#hashes.length < event.seq * 32)
      this.#hashes = Buffer.concat([this.#hashes, Buffer.alloc(this.#hashes.length)])
    this.#hashes.write(event.hash, (event.seq - 1) * 32, 'hex')
  }

  /** Hash of an event that was walked; undefined beyond the end. */
  hashAt(seq: number): string | undefined {
    if (seq < 1 || seq > this.last.seq) return undefined
    return this.#hashes.toString('hex', (seq - 1) * 32, seq * 32)
  }

  #leaf(where: string, { leaf, leafHash: stated }: EventLine): void {
    if (!leaf || typeof leaf.salt !== 'string' || !isObject(leaf.payload) || Object.keys(leaf).length !== 2) {
      throw new Lie(where, 'its leaf is none', leaf, 'salt and payload')
    }
    same(where, 'the hash of its leaf', stated, hashed(leaf))
    this.leaves += 1
  }
}
