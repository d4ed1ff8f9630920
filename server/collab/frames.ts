import * as encoding from 'lib0/encoding'
import type { RoomStatus } from '../../collab/messages.ts'
import { messages, syncSteps } from '../../collab/messages.ts'

/** Encoders of the frames that the server sends; each is encoded once however many receive it. */
function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export function syncFrame(step: keyof typeof syncSteps, body: Uint8Array): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messages.sync)
    encoding.writeVarUint(encoder, syncSteps[step])
    encoding.writeVarUint8Array(encoder, body)
  })
}

/** @param entries encoded awareness entries (see `AwarenessGuard`). */
export function awarenessFrame(entries: readonly Uint8Array[]): Uint8Array {
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

export function deniedFrame(sentence: string): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messages.auth)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, sentence)
  })
}

export function durableFrame(n: number): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messages.durable)
    encoding.writeVarUint(encoder, n)
  })
}

export function removalFrame(characters: number): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messages.removal)
    encoding.writeVarUint(encoder, characters)
  })
}

export function statusFrame(status: RoomStatus): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messages.status)
    encoding.writeVarString(encoder, JSON.stringify(status))
  })
}
