import { Buffer } from 'node:buffer'
import * as encoding from 'lib0/encoding'
import type { RoomStatus } from '../../collab/messages.ts'
import { messages, syncSteps } from '../../collab/messages.ts'

/**
 * A message ready for the wire, WebSocket header included: it is made once however many receive it, goes to each
 * socket as it is, and several may be joined into one write. The server does not mask and does not compress.
 */
export type Frame = Buffer

const finalBinary = 0x82

function frame(write: (encoder: encoding.Encoder) => void): Frame {
  const encoder = encoding.createEncoder()
  write(encoder)
  const length = encoding.length(encoder)
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const bytes = Buffer.allocUnsafeSlow(header + length)
  bytes[0] = finalBinary
  if (header === 2) bytes[1] = length
  else if (header === 4) {
    bytes[1] = 126
    bytes.writeUInt16BE(length, 2)
  } else {
    bytes[1] = 127
    bytes.writeUInt16BE(0, 2)
    bytes.writeUIntBE(length, 4, 6)
  }
  bytes.set(encoding.toUint8Array(encoder), header)
  return bytes
}

export function joined(frames: readonly Frame[]): Frame {
  const [only] = frames
  return frames.length === 1 && only ? only : Buffer.concat(frames)
}

export function syncFrame(step: keyof typeof syncSteps, body: Uint8Array): Frame {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messages.sync)
    encoding.writeVarUint(encoder, syncSteps[step])
    encoding.writeVarUint8Array(encoder, body)
  })
}

/** @param entries encoded awareness entries (see `AwarenessGuard`). */
export function awarenessFrame(entries: readonly Uint8Array[]): Frame {
  return frame((encoder) => {
    const body = encoding.createEncoder()
    encoding.writeVarUint(body, entries.length)
    for (const entry of entries) encoding.writeUint8Array(body, entry)
    encoding.writeVarUint(encoder, messages.awareness)
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
  })
}

/** Keeps a stock client from hanging up: it does after 30 s without a message, and pings do not count. */
export const keepAliveFrame = awarenessFrame([])

export function deniedFrame(sentence: string): Frame {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messages.auth)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, sentence)
  })
}

export function durableFrame(n: number): Frame {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messages.durable)
    encoding.writeVarUint(encoder, n)
  })
}

export function removalFrame(characters: number): Frame {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messages.removal)
    encoding.writeVarUint(encoder, characters)
  })
}

export function statusFrame(status: RoomStatus): Frame {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messages.status)
    encoding.writeVarString(encoder, JSON.stringify(status))
  })
}
