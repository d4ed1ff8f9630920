/** Counts of what was observed, by upper bound, with sum and count; the form that monitoring systems read. */
export class Histogram {
  count = 0
  sum = 0
  readonly bounds: readonly number[]
  /** How many fell at or below each bound and above the one before; the last is for everything larger. */
  readonly buckets: number[]

  /** @param bounds ascending. */
  constructor(bounds: readonly number[]) {
    this.bounds = bounds
    this.buckets = new Array<number>(bounds.length + 1).fill(0)
  }

  observe(value: number): void {
    let i = 0
    while (i < this.bounds.length && value > (this.bounds[i] as number)) i += 1
    this.buckets[i] = (this.buckets[i] as number) + 1
    this.count += 1
    this.sum += value
  }
}

const milliseconds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000]
const bytes = [32, 64, 128, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304]

/**
 * What the collaboration server counts since it started (SPEC [M1]). Plain numbers, so that counting costs nothing on
 * the way of a keystroke: `metrics.counts.resyncs += 1`, `metrics.commit.observe(ms)`. Shown at `/metrics`.
 */
export class CollabMetrics {
  readonly counts = {
    /** Clients asked for all they have, or brought up to date in one go. */
    resyncs: 0,
    /** Updates put back because what they build on had not arrived. */
    pendingStructs: 0,
    /** Presence frames that said nothing new, or nothing that the sender may say. */
    awarenessDropped: 0,
    /** Documents that could not be read whole and are served from their last good state. */
    quarantines: 0,
    /** Editors that differed from their document and were made anew. */
    desyncs: 0,
    /** Attempts to write the log that failed. */
    writeFailures: 0,
    /** Changes left out of the log because the right to make them had been taken away. */
    rightsLost: 0,
    /** Documents in memory that a change broke, and that were loaded again from their log. */
    spoiled: 0,
    /** Documents whose compaction failed or was given up. */
    compactionFailures: 0,
  }
  /** Sockets closed, by code. */
  readonly closes = new Map<number, number>()
  /** Updates refused, by reason. */
  readonly rejects = new Map<string, number>()
  /** Milliseconds that one transaction of the log took. */
  readonly commit = new Histogram(milliseconds)
  /** Milliseconds from the admission of a change to its commit, when it is told and acknowledged. */
  readonly editToAck = new Histogram(milliseconds)
  /** Milliseconds to load a document. */
  readonly load = new Histogram(milliseconds)
  /** Milliseconds to compact a document, waiting for the worker included. */
  readonly compaction = new Histogram(milliseconds)
  /** Bytes of an admitted change. */
  readonly updateBytes = new Histogram(bytes)

  closed(code: number): void {
    this.closes.set(code, (this.closes.get(code) ?? 0) + 1)
  }

  rejected(why: string): void {
    this.rejects.set(why, (this.rejects.get(why) ?? 0) + 1)
  }
}
