import type { Rate } from './limits.ts'

/** Lets through `burst` at once and `rate` per second after that. */
export class TokenBucket {
  private tokens: number
  private last: number
  private readonly limit: Rate

  constructor(limit: Rate, now = performance.now()) {
    this.limit = limit
    this.tokens = limit.burst
    this.last = now
  }

  /** Takes `amount`; false when there is not enough left. `now` in milliseconds of a monotonic clock. */
  take(amount = 1, now = performance.now()): boolean {
    const { rate, burst } = this.limit
    this.tokens = Math.min(burst, this.tokens + ((now - this.last) / 1000) * rate)
    this.last = now
    if (this.tokens < amount) return false
    this.tokens -= amount
    return true
  }
}
