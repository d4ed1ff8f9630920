import type { Worker } from 'node:worker_threads'
import type { Store } from '../../db/store.ts'
import { startWorker } from './start-worker.ts'
import type { LogEntry, LogSnapshot, UpdateLog } from './update-log.ts'

export type LogJob = { entries: readonly LogEntry[] } | { snapshot: LogSnapshot } | 'close'
export type LogAnswer = { refused: string[] } | { error: { message: string; code?: string } }

interface Pending {
  done(answer: LogAnswer): void
  failed(error: Error): void
}

/**
 * The log of documents in a thread of its own, on a connection of its own: the event loop never waits for the disk,
 * however slow it is. Jobs stand in the same turn as the transactions of the store, so that the two connections
 * never wait for each other inside SQLite. The thread is started by the first job.
 *
 * A thread that dies takes its job with it: that one fails, as when the disk fails, and the next job gets a new
 * thread. Had it been committed all the same, its rows are refused when they come again, and the room is loaded anew.
 */
export class LogThread implements UpdateLog {
  private readonly store: Pick<Store, 'alone'>
  private readonly databaseFile: string
  private worker: Worker | undefined
  private pending: Pending | undefined

  constructor(store: Pick<Store, 'alone'>, databaseFile: string) {
    this.store = store
    this.databaseFile = databaseFile
  }

  async append(entries: readonly LogEntry[]): Promise<ReadonlySet<string>> {
    const { refused } = await this.ask({ entries })
    return new Set(refused)
  }

  async saveSnapshot(snapshot: LogSnapshot): Promise<void> {
    await this.ask({ snapshot })
  }

  /** Closes the connection and ends the thread once what was asked before is done. */
  async stop(): Promise<void> {
    await this.store.alone(async () => {
      const { worker } = this
      if (!worker) return
      const gone = new Promise((resolve) => worker.once('exit', resolve))
      worker.postMessage('close' satisfies LogJob)
      await gone
    })
  }

  private async ask(job: LogJob): Promise<{ refused: string[] }> {
    const answer = await this.store.alone(
      () =>
        new Promise<LogAnswer>((done, failed) => {
          this.pending = { done, failed }
          this.worker ??= this.start()
          this.worker.postMessage(job)
        }),
    )
    if ('error' in answer) throw Object.assign(new Error(answer.error.message), { code: answer.error.code })
    return answer
  }

  private start(): Worker {
    const worker = startWorker('log-worker', { databaseFile: this.databaseFile })
    let reason = new Error('the thread of the log ended')
    worker.on('message', (answer: LogAnswer) => this.pending?.done(answer))
    worker.on('error', (error: Error) => {
      reason = error
    })
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = undefined
      this.pending?.failed(reason)
    })
    return worker
  }
}
