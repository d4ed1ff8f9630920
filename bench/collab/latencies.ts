/** Buckets per factor of e: each is 1 % wide. */
const perE = 100
const smallest = 0.01

/** Many durations in milliseconds, kept to 1 %. */
export class Latencies {
  count = 0
  private readonly buckets = new Uint32Array(2_000)

  add(ms: number): void {
    this.count += 1
    const bucket = ms <= smallest ? 0 : Math.min(1_999, Math.ceil(Math.log(ms / smallest) * perE))
    this.buckets[bucket]! += 1
  }

  /** @param share 0.5 for the median; NaN when nothing was added. */
  quantile(share: number): number {
    let left = Math.ceil(this.count * share)
    for (const [bucket, count] of this.buckets.entries()) {
      left -= count
      if (left <= 0 && this.count > 0) return smallest * Math.exp(bucket / perE)
    }
    return Number.NaN
  }

  reset(): void {
    this.count = 0
    this.buckets.fill(0)
  }
}
