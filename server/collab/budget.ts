import type { SocketRates } from './limits.ts'
import { limits } from './limits.ts'
import { TokenBucket } from './token-bucket.ts'

/** What may come in: of one socket, or of all sockets of one person, whose part each of them is (SPEC [L1]). */
export class Budget {
  private readonly frames: TokenBucket
  private readonly bytes: TokenBucket
  private readonly syncRequests: TokenBucket
  // Most sockets never need these two.
  private presenceQueries: TokenBucket | undefined
  private writers: TokenBucket | undefined
  private readonly shared: Budget | undefined

  constructor(rates: SocketRates, shared?: Budget) {
    this.frames = new TokenBucket(rates.frames)
    this.bytes = new TokenBucket(rates.bytes)
    this.syncRequests = new TokenBucket(rates.syncRequests)
    this.shared = shared
  }

  /** May a frame of this many bytes be taken? */
  takeFrame(bytes: number, now = performance.now()): boolean {
    return this.frames.take(1, now) && this.bytes.take(bytes, now) && (this.shared?.takeFrame(bytes, now) ?? true)
  }

  takeSyncRequest(): boolean {
    return this.syncRequests.take() && (this.shared?.takeSyncRequest() ?? true)
  }

  takePresenceQuery(): boolean {
    this.presenceQueries ??= new TokenBucket(limits.presenceQueries)
    return this.presenceQueries.take()
  }

  /** May this many new client ids be taken into use? */
  takeNewClients(count: number): boolean {
    if (count === 0) return true
    if (this.shared) return this.shared.takeNewClients(count)
    this.writers ??= new TokenBucket(limits.newClients)
    return this.writers.take(count)
  }
}

/** One budget for each person who has a socket open, or had until lately: coming back does not fill it. */
export class Budgets {
  private readonly people = new Map<string, { budget: Budget; sockets: number; leftAt: number }>()
  private readonly rates: SocketRates

  constructor({ frames, bytes, syncRequests }: SocketRates) {
    const times = (of: { rate: number; burst: number }) => ({
      rate: of.rate * limits.personShare,
      burst: of.burst * limits.personShare,
    })
    this.rates = { frames: times(frames), bytes: times(bytes), syncRequests: times(syncRequests) }
  }

  get size(): number {
    return this.people.size
  }

  /** Sockets that the person has open. */
  socketsOf(actorId: string): number {
    return this.people.get(actorId)?.sockets ?? 0
  }

  join(actorId: string): Budget {
    const person = this.people.get(actorId) ?? { budget: new Budget(this.rates), sockets: 0, leftAt: 0 }
    person.sockets += 1
    this.people.set(actorId, person)
    return person.budget
  }

  leave(actorId: string, now = performance.now()): void {
    const person = this.people.get(actorId)
    if (!person) return
    person.sockets -= 1
    person.leftAt = now
  }

  /** Forgets those who have been gone so long that their budgets are full again. */
  sweep(now = performance.now()): void {
    for (const [actorId, { sockets, leftAt }] of this.people) {
      if (sockets === 0 && now - leftAt > limits.budgetMemory) this.people.delete(actorId)
    }
  }
}
