import type { IncomingMessage } from 'node:http'
import { networkOf } from '../rate-limits.ts'
import { limits } from './limits.ts'

/** Where a socket comes from; behind a proxy that we trust, the address which that proxy saw. */
export function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = headers['x-forwarded-for']
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim()
  return networkOf((trustProxy && last) || socket.remoteAddress || '')
}

/** How many sockets an address has open, and how many of them have not said yet who they are (SPEC [L1]). */
export class Addresses {
  private readonly counts = new Map<string, { open: number; waiting: number }>()

  get size(): number {
    return this.counts.size
  }

  /** A socket comes. @returns whether there is room for it; it is counted in any case, until `leave`. */
  arrive(address: string): boolean {
    const count = this.counts.get(address) ?? { open: 0, waiting: 0 }
    this.counts.set(address, count)
    count.open += 1
    count.waiting += 1
    return count.open <= limits.socketsPerAddress && count.waiting <= limits.waitingSocketsPerAddress
  }

  /** It is known who it is, or it was sent away. */
  settle(address: string): void {
    const count = this.counts.get(address)
    if (count) count.waiting -= 1
  }

  leave(address: string): void {
    const count = this.counts.get(address)
    if (!count) return
    count.open -= 1
    if (count.open === 0) this.counts.delete(address)
  }
}
