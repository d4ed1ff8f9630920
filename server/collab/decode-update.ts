import * as Y from 'yjs'
import { limits } from './limits.ts'

export type Struct = Y.Item | Y.GC
export type DeleteRange = { clock: number; len: number }

export interface Decoded {
  structs: readonly (Struct | Y.Skip)[]
  deletes: ReadonlyMap<number, readonly DeleteRange[]>
}

class Excess extends Error {}
class Unlike extends Error {}

/**
 * Yjs's own reader with counters, so that a bomb is put down at its first excess and not after it has filled the
 * memory. It also refuses what Yjs reads in two ways: `applyUpdate` would take the last of two runs of one writer,
 * `decodeUpdate` both.
 */
class BoundedDecoder extends Y.UpdateDecoderV1 {
  private structs = 0
  private deletes = 0
  private inRun = 1
  private readonly writers = new Set<number>()

  override readClient(): number {
    const client = super.readClient()
    if (this.writers.has(client)) throw new Unlike('one writer appears twice')
    if (this.inRun === 0) throw new Unlike('a writer without changes')
    this.writers.add(client)
    this.inRun = 0
    if (this.writers.size > limits.writersPerUpdate) throw new Excess('too many writers in one update')
    return client
  }

  override readInfo(): number {
    this.inRun += 1
    this.structs += 1
    if (this.structs > limits.structsPerUpdate) throw new Excess('too many changes in one update')
    return super.readInfo()
  }

  override readDsLen(): number {
    this.deletes += 1
    if (this.deletes > limits.deletesPerUpdate) throw new Excess('too many deletions in one update')
    return super.readDsLen()
  }
}

/**
 * Reads an update of the first encoding without applying it ([A1], [A2]).
 *
 * @returns the parts, or why it cannot be read.
 */
export function decodeUpdate(bytes: Uint8Array): Decoded | { why: 'malformed' | 'too-large'; detail: string } {
  try {
    const { structs, ds } = Y.decodeUpdateV2(bytes, BoundedDecoder)
    return { structs, deletes: ds.clients }
  } catch (error) {
    if (error instanceof Excess) return { why: 'too-large', detail: error.message }
    if (error instanceof Unlike) return { why: 'malformed', detail: error.message }
    return { why: 'malformed', detail: 'this is not an update' }
  }
}
