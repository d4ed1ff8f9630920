import type { RawData, WebSocket } from 'ws'
import { closeCodes } from '../../collab/close-codes.ts'
import { limits } from './limits.ts'

/**
 * What a socket sends before it is known who it is. It is kept, within bounds, and has no effect until the socket is
 * let in; a socket that is not let in within the deadline is closed.
 */
export class WaitingFrames {
  private frames: Uint8Array[] = []
  private bytes = 0
  private readonly ws: WebSocket
  private readonly deadline: NodeJS.Timeout
  private readonly onMessage: (data: RawData, isBinary: boolean) => void

  constructor(ws: WebSocket) {
    this.ws = ws
    this.deadline = setTimeout(() => ws.close(closeCodes.slow, 'too slow'), limits.admittanceDeadline)
    this.onMessage = (data, isBinary) => {
      const frame =
        data instanceof ArrayBuffer ? new Uint8Array(data) : Array.isArray(data) ? Buffer.concat(data) : data
      this.bytes += frame.length
      if (!isBinary) ws.close(closeCodes.badUpdate, 'binary messages only')
      else if (this.bytes > limits.waitingBytes || this.frames.length >= limits.waitingFrames) {
        this.frames = []
        ws.close(closeCodes.tooLarge, 'too much before the connection was ready')
      } else this.frames.push(frame)
    }
    ws.on('message', this.onMessage)
  }

  /** Gives what has waited, in order, to the socket's room. */
  handOver(receive: (frame: Uint8Array) => void): void {
    const { frames } = this
    this.stop()
    for (const frame of frames) receive(frame)
  }

  stop(): void {
    clearTimeout(this.deadline)
    this.ws.off('message', this.onMessage)
    this.frames = []
  }
}

/** A message as bytes, in whatever form `ws` gives it. */
export function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
