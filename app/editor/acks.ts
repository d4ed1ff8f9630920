import * as decoding from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import { durableMessage } from '#collab/client-messages.ts'
import { messages } from '#collab/messages.ts'
import { sendMessage } from './send-message.ts'

/** Confirmations are asked for at most this often, in milliseconds. */
const ackPause = 80
/** A confirmation that takes longer means the connection is dead though nobody said so; milliseconds. */
const ackPatience = 8_000

export interface Acks {
  /** Asks for the confirmation of every change up to `n`. */
  ask(n: number): void
  /** Asks at once; without an answer in time the connection is given up and tried again. */
  prove(n: number, within: number): void
  reset(): void
}

/** Numbers the page's changes towards the server and hears which of them are on disk. */
export function trackAcks(provider: WebsocketProvider, onSaved: (n: number) => void, giveUp: () => void): Acks {
  let timer: ReturnType<typeof setTimeout> | undefined
  let patience: ReturnType<typeof setTimeout> | undefined
  let wanted = 0

  provider.messageHandlers[messages.durable] = (_encoder, decoder) => {
    const n = decoding.readVarUint(decoder)
    clearTimeout(patience)
    patience = n < wanted ? setTimeout(giveUp, ackPatience) : undefined
    onSaved(n)
  }

  function send(): void {
    timer = undefined
    // Before the document is complete over this socket, older changes may still have to be sent.
    if (!provider.synced || !sendMessage(provider, durableMessage(wanted))) return
    patience ??= setTimeout(giveUp, ackPatience)
  }

  return {
    ask(n) {
      wanted = n
      timer ??= setTimeout(send, ackPause)
    },
    prove(n, within) {
      wanted = n
      send()
      clearTimeout(patience)
      patience = setTimeout(giveUp, within)
    },
    reset() {
      clearTimeout(timer)
      clearTimeout(patience)
      timer = undefined
      patience = undefined
    },
  }
}
