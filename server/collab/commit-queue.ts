import { AsyncResource } from 'node:async_hooks'
import type { Logger } from '../log.ts'
import { limits } from './limits.ts'
import type { CollabMetrics } from './metrics.ts'
import type { LogEntry, UpdateLog } from './update-log.ts'

interface Listener {
  /** The entries of one draft that have reached the disk, in order. */
  committed(draftId: string, entries: readonly LogEntry[]): void
  /**
   * The log will not have a draft's entries (it was deleted or replaced, or a right was lost), or its document in
   * memory has ended. None of its entries waits any more.
   */
  refused(draftId: string): void
  /** Writing fails (true) or works again (false). Nothing queued is lost meanwhile. */
  degraded(is: boolean): void
}

/**
 * Group commit: collects the admitted changes of all documents for a few milliseconds and writes them in one
 * transaction. A failed write keeps its entries and is tried again, later and later, for as long as the process lives.
 */
export class CommitQueue {
  queuedBytes = 0
  degraded = false
  private waiting: LogEntry[] = []
  /** Drafts whose document in memory is to go as soon as nothing of it waits. */
  private readonly ending = new Set<string>()
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> | undefined
  private retryDelay: number = limits.retryFirst
  private readonly log: UpdateLog
  private readonly listener: Listener
  private readonly logger: Logger
  private readonly metrics: CollabMetrics
  // A caller may stand inside a transaction; the writer must not inherit that.
  private readonly scope = new AsyncResource('CommitQueue')

  constructor(log: UpdateLog, listener: Listener, logger: Logger, metrics: CollabMetrics) {
    this.log = log
    this.listener = listener
    this.logger = logger
    this.metrics = metrics
  }

  /** Changes that wait to be written. */
  get depth(): number {
    return this.waiting.length
  }

  /** True when no more may be taken in until the disk has caught up. */
  get full(): boolean {
    return this.queuedBytes > limits.queuedBytes
  }

  add(entry: LogEntry): void {
    this.waiting.push(entry)
    this.queuedBytes += entry.bytes.length
    if (this.degraded || this.writing) return
    if (this.queuedBytes >= limits.commitBytes) this.schedule(0)
    else if (!this.timer) this.schedule(limits.commitDelay)
  }

  /** A document in memory is no good any more: once everything of it that waits is written, it is reported as refused. */
  abandon(draftId: string, error: Error): void {
    this.logger.error({ alert: true, err: error, draftId }, 'document: a change broke it, it is loaded again')
    this.ending.add(draftId)
    if (!this.timer && !this.writing) this.schedule(0)
  }

  /** Tries to write everything that waits; resolves when that is done or has failed. */
  async flush(): Promise<boolean> {
    while (this.writing || this.waiting.length > 0) {
      if (this.writing) await this.writing
      else {
        await this.write()
        if (this.degraded) return false
      }
    }
    return true
  }

  /**
   * Tries again and again to write what waits.
   *
   * @param patience milliseconds.
   * @returns whether everything is on disk.
   */
  async flushWithin(patience: number): Promise<boolean> {
    const deadline = performance.now() + patience
    while (!(await this.flush())) {
      const left = deadline - performance.now()
      if (left <= 0) return false
      await new Promise((resolve) => setTimeout(resolve, Math.min(this.retryDelay, left)))
    }
    return true
  }

  stop(): void {
    clearTimeout(this.timer)
    this.scope.emitDestroy()
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer)
    this.timer = this.scope.runInAsyncScope(() =>
      setTimeout(() => {
        this.timer = undefined
        void this.write()
      }, delay),
    )
  }

  private write(): Promise<void> {
    this.writing ??= this.scope
      .runInAsyncScope(() => this.writeBatch())
      .finally(() => {
        this.writing = undefined
        if (this.waiting.length > 0 && !this.timer) this.schedule(this.degraded ? this.retryDelay : limits.commitDelay)
      })
    return this.writing
  }

  private async writeBatch(): Promise<void> {
    const batch = this.waiting
    if (batch.length === 0) return this.letGo()
    this.waiting = []
    try {
      const started = performance.now()
      const refused = await this.log.append(batch)
      this.metrics.commit.observe(performance.now() - started)
      this.settle(batch, refused)
    } catch (error) {
      if (isConstraint(error)) await this.writeApart(batch)
      else this.keep(batch, error)
    }
    this.letGo()
  }

  /** One document whose entries the database will not have must not hold up the others. */
  private async writeApart(batch: readonly LogEntry[]): Promise<void> {
    for (const [draftId, entries] of byDraft(batch)) {
      try {
        this.settle(entries, await this.log.append(entries))
      } catch (error) {
        if (isConstraint(error)) {
          this.logger.error({ err: error, draftId }, 'document log: entries contradict the log')
          this.settle(entries, new Set([draftId]))
        } else this.keep(entries, error)
      }
    }
  }

  private settle(entries: readonly LogEntry[], refused: ReadonlySet<string>): void {
    this.setDegraded(false)
    const now = performance.now()
    for (const entry of entries) {
      this.queuedBytes -= entry.bytes.length
      this.metrics.editToAck.observe(now - entry.admittedAt)
    }
    for (const [draftId, own] of byDraft(entries)) {
      if (!refused.has(draftId)) this.listener.committed(draftId, own)
      else {
        this.forget(draftId)
        this.ending.delete(draftId)
        this.listener.refused(draftId)
      }
    }
  }

  /** To be called when nothing is being written. */
  private letGo(): void {
    for (const draftId of this.ending) {
      if (this.waiting.some((entry) => entry.draftId === draftId)) continue
      this.ending.delete(draftId)
      this.listener.refused(draftId)
    }
  }

  private keep(entries: readonly LogEntry[], error: unknown): void {
    this.waiting = [...entries, ...this.waiting]
    this.metrics.counts.writeFailures += 1
    this.retryDelay = this.degraded ? Math.min(this.retryDelay * 2, limits.retryLongest) : limits.retryFirst
    this.logger.error({ err: error, entries: entries.length, retryIn: this.retryDelay }, 'document log: write failed')
    this.setDegraded(true)
  }

  /** What came after a refused change may build on it, and its place in the log would leave a gap. */
  private forget(draftId: string): void {
    for (const entry of this.waiting) if (entry.draftId === draftId) this.queuedBytes -= entry.bytes.length
    this.waiting = this.waiting.filter((entry) => entry.draftId !== draftId)
  }

  private setDegraded(is: boolean): void {
    if (this.degraded === is) return
    this.degraded = is
    this.listener.degraded(is)
  }
}

function byDraft(entries: readonly LogEntry[]): Map<string, LogEntry[]> {
  const groups = new Map<string, LogEntry[]>()
  for (const entry of entries) {
    const group = groups.get(entry.draftId)
    if (group) group.push(entry)
    else groups.set(entry.draftId, [entry])
  }
  return groups
}

/** True when the database refused a row for what it says (a key is taken), not because it cannot write. */
function isConstraint(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && at.code.startsWith('SQLITE_CONSTRAINT')) return true
  }
  return false
}
