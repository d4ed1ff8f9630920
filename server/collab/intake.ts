import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { limits } from './limits.ts'

/**
 * The way in of one socket. Until it is known who is there, nothing is read: what is sent waits in the network,
 * which holds little of it, and has no effect. After that a message may take its time, but not for ever.
 */
export class Intake {
  private readonly ws: WebSocket
  private readonly stream: Duplex
  private unfinishedSince: number | undefined
  private unfinishedBytes = 0

  constructor(ws: WebSocket, stream: Duplex) {
    this.ws = ws
    this.stream = stream
    ws.pause()
  }

  /** Begins to read. */
  open(): void {
    const finished = () => {
      this.unfinishedSince = undefined
    }
    this.stream.prependListener('data', (chunk: Buffer) => {
      if (this.unfinishedSince === undefined) {
        this.unfinishedSince = performance.now()
        this.unfinishedBytes = 0
      }
      this.unfinishedBytes += chunk.length
    })
    this.ws.on('message', finished)
    this.ws.on('ping', finished)
    this.ws.on('pong', finished)
    this.ws.resume()
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

  /** Has a message been coming in for too long? Slow lines are given time for what they send. */
  isStalled(now = performance.now()): boolean {
    if (this.unfinishedSince === undefined) return false
    const allowed = limits.unfinishedMessage + (this.unfinishedBytes / limits.slowestLine) * 1_000
    return now - this.unfinishedSince > allowed
  }
}

/** A message as bytes, in whatever form `ws` gives it. */
export function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
