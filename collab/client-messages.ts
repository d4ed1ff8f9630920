import * as encoding from 'lib0/encoding'
import { messages, syncSteps } from './messages.ts'

/** The messages of the socket as a client says them, without a WebSocket header. */

export function syncMessage(step: keyof typeof syncSteps, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messages.sync)
    encoding.writeVarUint(encoder, syncSteps[step])
    encoding.writeVarUint8Array(encoder, body)
  })
}

export function awarenessMessage(entries: readonly { id: number; clock: number; state: unknown }[]): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { id, clock, state } of entries) {
      encoding.writeVarUint(encoder, id)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, JSON.stringify(state))
    }
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messages.awareness)
    encoding.writeVarUint8Array(encoder, body)
  })
}

/** Asks to be told once everything sent before is on disk. */
export function durableMessage(n: number): Uint8Array {
  return numbers(messages.durable, n)
}

/** @param said one of `removal`. */
export function removalMessage(said: number): Uint8Array {
  return numbers(messages.removal, said)
}

export const statusMessage = numbers(messages.status)

/** Reports a section whose editor differed from the document. */
export function reportMessage(sectionId: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messages.report)
    encoding.writeVarString(encoder, sectionId)
  })
}

function numbers(...all: readonly number[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const n of all) encoding.writeVarUint(encoder, n)
  })
}
