import type { Socket } from 'node:net'
import type { RawData, WebSocket } from 'ws'
import { limits } from './limits.ts'

/**
 * The way in of one socket. Until it is known who is there, nothing is read: what is sent waits in the network,
 * which holds little of it, and has no effect. After that a message may take its time, but not for ever.
 */
export class Intake {
  private readonly ws: WebSocket
  private readonly stream: Socket
  /** Something was read to its end since the last look. */
  private hasFinished = true
  /** Bytes that had been read before the message that is coming in. */
  private bytesBefore = 0
  /** When it was first seen to be coming in. */
  private unfinishedSince: number | undefined

  constructor(ws: WebSocket, stream: Socket) {
    this.ws = ws
    this.stream = stream
    ws.pause()
  }

  /** Begins to read. */
  open(): void {
    this.ws.resume()
  }

  /** A message, a ping or a pong was read to its end. */
  finished(): void {
    this.hasFinished = true
  }

  /** Sends the socket away without reading what it has to say beyond a goodbye. */
  refuse(code: number, reason: string): void {
    let left = limits.goodbyeBytes
    this.stream.on('data', (chunk: Buffer) => {
      left -= chunk.length
      if (left < 0) this.ws.terminate()
    })
    this.ws.close(code, reason)
    this.ws.resume()
  }

  /**
   * Has a message been coming in for too long? Slow lines are given time for what they send. Asked again and again,
   * it looks at how many bytes have come: listening to each piece would cost more than all else done for most.
   */
  isStalled(now = performance.now()): boolean {
    const { bytesRead } = this.stream
    if (this.hasFinished) {
      this.hasFinished = false
      this.unfinishedSince = undefined
      this.bytesBefore = bytesRead
    }
    if (bytesRead === this.bytesBefore) return false
    this.unfinishedSince ??= now
    const allowed = limits.unfinishedMessage + ((bytesRead - this.bytesBefore) / limits.slowestLine) * 1_000
    return now - this.unfinishedSince > allowed
  }
}

/** A message as bytes, in whatever form `ws` gives it. */
export function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
