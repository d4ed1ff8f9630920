import { Buffer } from 'node:buffer'
import * as encoding from 'lib0/encoding'
import type { RoomStatus } from '../../collab/messages.ts'
import { messages, syncSteps } from '../../collab/messages.ts'
import { putVarUint, varUintLength } from './var-uint.ts'

/**
 * A message ready for the wire, WebSocket header included: it is made once however many receive it, goes to each
 * socket as it is, and several may be joined into one write. The server does not mask and does not compress.
 */
export type Frame = Buffer

const finalBinary = 0x82

/** Makes room for a message of this length. @returns the frame with its header, and where the message begins. */
function begin(length: number): { bytes: Buffer; at: number } {
  const at = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const bytes = Buffer.allocUnsafe(at + length)
  bytes[0] = finalBinary
  if (at === 2) bytes[1] = length
  else if (at === 4) {
    bytes[1] = 126
    bytes.writeUInt16BE(length, 2)
  } else {
    bytes[1] = 127
    bytes.writeUInt16BE(0, 2)
    bytes.writeUIntBE(length, 4, 6)
  }
  return { bytes, at }
}

function frame(write: (encoder: encoding.Encoder) => void): Frame {
  const encoder = encoding.createEncoder()
  write(encoder)
  const { bytes, at } = begin(encoding.length(encoder))
  bytes.set(encoding.toUint8Array(encoder), at)
  return bytes
}

export function joined(frames: readonly Frame[]): Frame {
  const [only] = frames
  return frames.length === 1 && only ? only : Buffer.concat(frames)
}

/** Written without an encoder, like those of presence: one is made for every keystroke. */
export function syncFrame(step: keyof typeof syncSteps, body: Uint8Array): Frame {
  const { bytes, at } = begin(2 + varUintLength(body.length) + body.length)
  bytes[at] = messages.sync
  bytes[at + 1] = syncSteps[step]
  bytes.set(body, putVarUint(bytes, at + 2, body.length))
  return bytes
}

/** @param entries encoded awareness entries (see `AwarenessGuard`). */
export function awarenessFrame(entries: readonly Uint8Array[]): Frame {
  let length = varUintLength(entries.length)
  for (const entry of entries) length += entry.length
  const { bytes, at } = begin(1 + varUintLength(length) + length)
  bytes[at] = messages.awareness
  let end = putVarUint(bytes, putVarUint(bytes, at + 1, length), entries.length)
  for (const entry of entries) {
    bytes.set(entry, end)
    end += entry.length
  }
  return bytes
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
