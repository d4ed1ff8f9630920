import { listCheckpointsAfter } from '../../../db/queries/checkpoints.ts'
import type { Q } from '../../../db/store.ts'
import type { Checkpoint } from '../../../domain/record/checkpoint.ts'
import { checkpointLine } from '../../../domain/record/checkpoint.ts'
import { BadFile, Lie } from '../../cli/verify/faults.ts'
import { Verification } from '../../cli/verify/verify-bundle.ts'
import { readCheckpointLog } from '../../record/checkpoint-log.ts'
import { bundleText } from '../../record/write-bundle.ts'
import type { CheckedPlace } from './check-record.ts'
import type { Fault } from './fault.ts'

/**
 * Makes the bundle for members and checks it as anybody would, with every signed head: those in the table and those in
 * the file outside the database ([R12]).
 */
export async function checkByBundle(
  q: Q,
  { databaseFile, dataDir }: CheckedPlace['env'],
): Promise<{ fault: Fault | null; remarks: string[] }> {
  const rows = await listCheckpointsAfter(q, 0, Number.MAX_SAFE_INTEGER)
  const log = dataDir === undefined ? { points: [], spoiled: 0 } : readCheckpointLog(dataDir)
  const verification = new Verification()
  try {
    for await (const line of bundleText(databaseFile, 'members')) verification.take(line.slice(0, -1))
    const verified = verification.end(once([...rows, ...log.points]))
    const remarks = [...verified.remarks].map(([words, times]) => (times > 1 ? `${words} (${times} times)` : words))
    if (log.spoiled > 0) remarks.push(`${log.spoiled} lines of checkpoints.log are no signed heads`)
    const outside = new Set(log.points.map(checkpointLine))
    const missing = dataDir === undefined ? [] : rows.filter((row) => !outside.has(checkpointLine(row)))
    if (missing.length > 0)
      remarks.push(`${missing.length} signed heads are not in checkpoints.log outside the database`)
    return { fault: null, remarks }
  } catch (error) {
    if (error instanceof BadFile) return { fault: { where: 'the bundle of it all', words: error.message }, remarks: [] }
    if (!(error instanceof Lie)) throw error
    return { fault: { where: error.where, words: `${error.what} is not what the record says` }, remarks: [] }
  }
}

function once(points: readonly Checkpoint[]): Checkpoint[] {
  return [...new Map(points.map((point) => [checkpointLine(point), point])).values()]
}
