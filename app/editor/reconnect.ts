import type { WebsocketProvider } from 'y-websocket'
import { closeCodes } from '#collab/close-codes.ts'

/** A frame larger than the server's socket takes; sending it again would end the same way. */
const frameTooLarge = 1009

/** After these codes coming back by itself would change nothing. */
export function isFinal(code: number): boolean {
  return code === frameTooLarge || (code >= 4400 && code < 4500)
}

/**
 * How long to wait before the next attempt, in milliseconds: longer each time, and spread by chance, so that not
 * everybody comes back in the same moment.
 *
 * @param attempt 0 for the first.
 * @param random from 0 to 1.
 */
export function reconnectDelay(code: number | null, attempt: number, random: number): number {
  const [first, longest] = waits[code ?? 0] ?? [250, 10_000]
  const longestNow = Math.min(longest, first * 2 ** attempt)
  return Math.round(longestNow * (0.5 + random / 2))
}

/** First and longest wait by the reason of the close. */
const waits: Record<number, [number, number]> = {
  [closeCodes.restarting]: [1_000, 10_000],
  [closeCodes.slow]: [1_000, 15_000],
  [closeCodes.overloaded]: [5_000, 60_000],
  [closeCodes.rateLimited]: [5_000, 60_000],
}

export interface Link {
  connect(): void
  /** Gives up the connection that is open and begins another. */
  restart(): void
  /** The document arrived: the next loss begins with a short wait again. */
  succeeded(): void
  stop(): void
}

interface LinkEvents {
  /** The connection is lost or could not be made; `retryAt` in milliseconds since 1970. */
  waiting(code: number | null, retryAt: number): void
}

/** Reconnects for the provider, whose own way back has no chance in it and cannot be shown. */
export function keepConnected(provider: WebsocketProvider, { waiting }: LinkEvents): Link {
  let attempt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let wanted = false

  provider.shouldReconnect = ({ code }) => !isFinal(code)
  provider.on('connection-close', (event: { code: number } | null) => {
    if (!wanted) return
    clearTimeout(timer)
    if (event && isFinal(event.code)) return
    provider.shouldConnect = false
    const delay = reconnectDelay(event?.code ?? null, attempt, Math.random())
    attempt += 1
    timer = setTimeout(connect, delay)
    waiting(event?.code ?? null, Date.now() + delay)
  })

  function connect(): void {
    clearTimeout(timer)
    wanted = true
    provider.connect()
  }
  function leave(): void {
    wanted = false
    clearTimeout(timer)
    provider.disconnect()
  }
  return {
    connect,
    restart() {
      leave()
      connect()
    },
    succeeded() {
      attempt = 0
    },
    stop: leave,
  }
}
