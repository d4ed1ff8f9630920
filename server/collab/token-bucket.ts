/** Lets through `burst` at once and `rate` per second after that. */
export class TokenBucket {
  private tokens: number
  private last: number
  private readonly rate: number
  private readonly burst: number

  constructor({ rate, burst }: { rate: number; burst: number }, now = performance.now()) {
    this.rate = rate
    this.burst = burst
    this.tokens = burst
    this.last = now
  }

  /** Takes `amount`; false when there is not enough left. `now` in milliseconds of a monotonic clock. */
  take(amount = 1, now = performance.now()): boolean {
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.last) / 1000) * this.rate)
    this.last = now
    if (this.tokens < amount) return false
    this.tokens -= amount
    return true
  }
}
