import type { Writable } from 'node:stream'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { closeCodes } from '../../collab/close-codes.ts'
import type { Frame } from './frames.ts'
import { limits } from './limits.ts'

/**
 * The way out to one socket. A reader that is too slow is not sent every change: what it misses is noted, and made
 * up for in one go when its buffer has drained; one that never drains is sent away and comes back later.
 */
export class Outlet {
  private readonly ws: WebSocket
  private readonly wire: Pick<Writable, 'write' | 'writableLength'>
  private readonly catchUp: (missing: ReadonlyMap<number, number>) => void
  /** First clock per client of the changes that were held back. */
  private missing: Map<number, number> | undefined
  private slowSince: number | undefined
  private timer: NodeJS.Timeout | undefined

  /**
   * @param wire the connection under the socket: frames are written to it as they are, which is sound as long as the
   * socket neither compresses nor splits messages.
   * @param catchUp sends everything from these clocks on.
   */
  constructor(
    ws: WebSocket,
    wire: Pick<Writable, 'write' | 'writableLength'>,
    catchUp: (missing: ReadonlyMap<number, number>) => void,
  ) {
    this.ws = ws
    this.wire = wire
    this.catchUp = catchUp
  }

  /** Sends a frame that may not be left out. */
  send(frame: Frame): void {
    if (this.ws.readyState !== this.ws.OPEN) return
    if (this.wire.writableLength > limits.bufferClose) this.giveUp()
    else this.wire.write(frame)
  }

  /** Sends a frame that a newer one will replace; left out while the reader is slow. */
  sendPassing(frame: Frame): void {
    if (this.wire.writableLength <= limits.bufferResync) this.send(frame)
  }

  /** Sends changes of the document, and what else stands in the frame, or notes that they have to be made up for. */
  sendUpdates(frame: Frame, updates: readonly Uint8Array[]): void {
    if (!this.missing && this.wire.writableLength <= limits.bufferResync) {
      this.send(frame)
      return
    }
    this.missing ??= new Map()
    for (const update of updates) {
      for (const [client, clock] of Y.parseUpdateMeta(update).from) {
        this.missing.set(client, Math.min(clock, this.missing.get(client) ?? clock))
      }
    }
    this.slowSince ??= performance.now()
    this.timer ??= setInterval(() => this.tryCatchUp(), 100).unref()
  }

  stop(): void {
    clearInterval(this.timer)
  }

  private tryCatchUp(): void {
    if (this.ws.readyState !== this.ws.OPEN) {
      this.stop()
      return
    }
    if (this.wire.writableLength > limits.bufferResync / 4) {
      if (performance.now() - (this.slowSince ?? 0) > limits.bufferPatience) this.giveUp()
      return
    }
    const missing = this.missing ?? new Map()
    this.missing = undefined
    this.slowSince = undefined
    clearInterval(this.timer)
    this.timer = undefined
    this.catchUp(missing)
  }

  private giveUp(): void {
    this.stop()
    this.ws.close(closeCodes.slow, 'slow')
    // A close frame stands behind everything that was not read; do not wait for it.
    setTimeout(() => this.ws.terminate(), 1_000).unref()
  }
}
