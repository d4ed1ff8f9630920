import { AsyncResource } from 'node:async_hooks'
import type { Worker } from 'node:worker_threads'
import type { CompactionJob } from './compaction.ts'
import { limits } from './limits.ts'
import { startWorker } from './start-worker.ts'

interface Waiting {
  job: CompactionJob
  done(state: Uint8Array): void
  failed(error: Error): void
}

type Answer = { state: Uint8Array } | { error: string }

/** Compacts documents one at a time in a thread that is started when it is needed and goes when it is not. */
export class Compactor {
  private readonly databaseFile: string
  private readonly waiting: Waiting[] = []
  private readonly scope = new AsyncResource('Compactor')
  private current: Waiting | undefined
  private worker: Worker | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(databaseFile: string) {
    this.databaseFile = databaseFile
  }

  /** @throws Error when the rows are damaged, the result cannot be verified, or it took too long. */
  run(job: CompactionJob): Promise<Uint8Array> {
    return new Promise((done, failed) => {
      this.waiting.push({ job, done, failed })
      this.scope.runInAsyncScope(() => this.next())
    })
  }

  stop(): void {
    const left = this.waiting.splice(0)
    this.end(new Error('the server stops'))
    for (const { failed } of left) failed(new Error('the server stops'))
    this.scope.emitDestroy()
  }

  private next(): void {
    if (this.current) return
    this.current = this.waiting.shift()
    clearTimeout(this.timer)
    if (!this.current) {
      if (this.worker) this.timer = setTimeout(() => this.end(new Error('idle')), limits.compactorIdle).unref()
      return
    }
    const worker = this.worker ?? this.start()
    this.timer = setTimeout(() => this.end(new Error('it took too long')), limits.compactionDeadline).unref()
    worker.postMessage(this.current.job)
  }

  private start(): Worker {
    const worker = startWorker('compaction-worker', { databaseFile: this.databaseFile })
    worker.unref()
    worker.on('message', (answer: Answer) => {
      const { current } = this
      if (worker !== this.worker) return
      this.current = undefined
      if ('state' in answer) current?.done(answer.state)
      else current?.failed(new Error(answer.error))
      this.next()
    })
    worker.on('error', (error: Error) => {
      if (worker === this.worker) this.end(error)
    })
    this.worker = worker
    return worker
  }

  /** Ends the thread, and the job that it had; the next job gets a new one. */
  private end(error: Error): void {
    clearTimeout(this.timer)
    const { current, worker } = this
    this.current = undefined
    this.worker = undefined
    void worker?.terminate()
    current?.failed(error)
    if (this.waiting.length > 0) this.next()
  }
}
