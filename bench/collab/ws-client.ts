import { Buffer } from 'node:buffer'
import type { Socket } from 'node:net'
import { connect } from 'node:net'

/** All sockets of this process read into one buffer: a message is looked at in place and never copied. */
const shared = Buffer.allocUnsafeSlow(256 * 1024)

const binary = 2
const closeFrame = 8
const ping = 9

/** A client's frame, masked with zeros, so that the mask changes nothing. */
export function clientFrame(payload: Uint8Array, opcode = binary): Buffer {
  const { length } = payload
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.alloc(header + 4 + length)
  frame[0] = 0x80 | opcode
  if (header === 2) frame[1] = 0x80 | length
  else if (header === 4) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeUIntBE(length, 4, 6)
  }
  frame.set(payload, header + 4)
  return frame
}

type OnMessage = (data: Buffer, start: number, end: number) => void

/**
 * The least WebSocket client that can drive a server, so that the load generator is not what is measured: no events,
 * no copies of small messages, no masking. A message is valid only during the call that brings it.
 */
export class LoadSocket {
  /** Resolves when the server has accepted the upgrade; rejects when it has not. */
  readonly opened: Promise<void>
  readonly closed: Promise<void>
  /** The code with which the server closed. */
  code: number | undefined
  isOpen = false
  onMessage: OnMessage
  readonly socket: Socket
  private shaken = false
  /** The beginning of a frame whose end has not arrived, and how much of it is there. */
  private partial: Buffer | undefined
  private filled = 0
  private head = Buffer.alloc(0)

  constructor(port: number, path: string, onMessage: OnMessage) {
    this.onMessage = onMessage
    this.socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (bytes) => {
          this.take(bytes)
          return true
        },
      },
    })
    this.socket.on('error', () => undefined)
    this.socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    )
    let open: () => void = () => undefined
    this.opened = new Promise((resolve, reject) => {
      open = resolve
      this.socket.once('close', () => reject(new Error('the socket closed before it was open')))
    })
    this.opened.catch(() => undefined)
    this.onOpen = open
    this.closed = new Promise((resolve) => {
      this.socket.once('close', () => {
        this.isOpen = false
        resolve()
      })
    })
  }

  send(payload: Uint8Array): void {
    this.socket.write(clientFrame(payload))
  }

  /** Sends frames that are framed already. */
  write(frames: Buffer): void {
    this.socket.write(frames)
  }

  end(): void {
    this.isOpen = false
    this.socket.destroy()
  }

  private readonly onOpen: () => void

  private take(bytes: number): void {
    let at = 0
    if (this.partial) {
      const more = Math.min(bytes, this.partial.length - this.filled)
      shared.copy(this.partial, this.filled, 0, more)
      this.filled += more
      at = more
      if (this.filled < this.partial.length) return
      const whole = this.partial
      this.partial = undefined
      this.frames(whole, 0, whole.length)
    }
    if (this.head.length > 0) {
      const joined = Buffer.concat([this.head, shared.subarray(at, bytes)])
      this.head = Buffer.alloc(0)
      this.frames(joined, 0, joined.length)
    } else this.frames(shared, at, bytes)
  }

  /** Takes whole frames and keeps what is left of the last one. */
  private frames(data: Buffer, from: number, to: number): void {
    let at = from
    if (!this.shaken) {
      const end = data.subarray(at, to).indexOf('\r\n\r\n')
      if (end === -1) {
        this.head = Buffer.from(data.subarray(at, to))
        return
      }
      if (data.toString('latin1', at, at + 12) !== 'HTTP/1.1 101') {
        this.socket.destroy()
        return
      }
      this.shaken = true
      this.isOpen = true
      this.onOpen()
      at += end + 4
    }
    while (at < to) {
      if (to - at < 2) break
      const short = data[at + 1]! & 0x7f
      const header = short < 126 ? 2 : short === 126 ? 4 : 10
      if (to - at < header) break
      const length = short < 126 ? short : short === 126 ? data.readUInt16BE(at + 2) : data.readUIntBE(at + 4, 6)
      const end = at + header + length
      if (end > to) {
        this.partial = Buffer.allocUnsafe(header + length)
        data.copy(this.partial, 0, at, to)
        this.filled = to - at
        return
      }
      this.frame(data[at]! & 0x0f, data, at + header, end)
      at = end
    }
    if (at < to) this.head = Buffer.from(data.subarray(at, to))
  }

  private frame(opcode: number, data: Buffer, start: number, end: number): void {
    if (opcode === binary) this.onMessage(data, start, end)
    else if (opcode === ping) this.write(clientFrame(data.subarray(start, end), 10))
    else if (opcode === closeFrame) {
      this.code = end - start >= 2 ? data.readUInt16BE(start) : 1005
      this.write(clientFrame(data.subarray(start, Math.min(end, start + 2)), closeFrame))
      this.socket.end()
    }
  }
}
