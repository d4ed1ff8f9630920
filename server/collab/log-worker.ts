import { parentPort, workerData } from 'node:worker_threads'
import type { Writer } from '../../db/store.ts'
import { openWriter } from '../../db/store.ts'
import type { LogAnswer, LogJob } from './log-thread.ts'
import { StandingRights } from './standing-rights.ts'
import { appendEntries, keepSnapshot } from './update-log.ts'

/** The thread that writes the log of documents, one job at a time, and waits for the disk. */
const { databaseFile } = workerData as { databaseFile: string }
let connection: Writer | undefined
const rights = new StandingRights()
let version = Number.NaN

async function perform(job: Exclude<LogJob, 'close'>): Promise<LogAnswer> {
  try {
    connection ??= openWriter(databaseFile)
    const writer = connection
    if ('snapshot' in job) {
      await writer.tx((q) => keepSnapshot(q, job.snapshot))
      return { refused: [] }
    }
    const refused = await writer.tx((q) => {
      const before = version
      version = writer.version()
      if (version !== before) rights.forget()
      return appendEntries(q, job.entries, rights)
    })
    return { refused: [...refused] }
  } catch (error) {
    return { error: describe(error) }
  }
}

/** An error's class does not survive the way to another thread; what the queue tells failures apart by does. */
function describe(error: unknown): { message: string; code?: string } {
  let message = String(error)
  for (let at = error; at instanceof Error; at = at.cause) {
    message = at.message
    if ('code' in at && typeof at.code === 'string') return { message, code: at.code }
  }
  return { message }
}

parentPort?.on('message', (job: LogJob) => {
  if (job !== 'close') void perform(job).then((answer) => parentPort?.postMessage(answer))
  else {
    connection?.close()
    parentPort?.close()
  }
})
