import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from '../../db/store.ts'
import type { CompactionJob } from './compaction.ts'
import { compact } from './compaction.ts'

/** A thread that compacts one document after another, so that nobody's typing waits for it. It only reads. */
const { databaseFile } = workerData as { databaseFile: string }
const reader = openReader(databaseFile)

parentPort?.on('message', (job: CompactionJob) => {
  compact(reader.read, job).then(
    (state) => parentPort?.postMessage({ state }),
    (error: unknown) => parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) }),
  )
})
