import { listLongLogs } from '../../db/queries/doc-log.ts'
import { dateJob } from '../../db/queries/jobs.ts'
import type { Q } from '../../db/store.ts'
import { day } from '../../domain/text/day.ts'
import { limits } from '../collab/limits.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'

/** So many documents are compacted before other work that is due has its turn. */
const atOnce = 20

/** Has the documents that grew looked through from now on. */
export async function beginCompacting(deps: Deps): Promise<void> {
  await deps.store.tx((q) => goOn(deps, q, deps.now()))
}

/**
 * Compacts the documents whose log grew long and that nobody has opened since, as after a server that was killed while
 * many wrote; what is open is compacted where it is written. Once a day.
 */
export async function compactDocuments(deps: Deps): Promise<void> {
  const long = await listLongLogs(deps.store.read, limits.compactAtUnload, atOnce)
  for (const draftId of long) await deps.collab.compact(draftId).catch(leaveOut)
  const left = long.length < atOnce ? [] : await listLongLogs(deps.store.read, limits.compactAtUnload, atOnce)
  // Where nothing could be done, as with damaged ones, trying again at once does not help.
  const more = left.some((draftId) => !long.includes(draftId))
  await deps.store.tx((q) => goOn(deps, q, deps.now() + (more ? 1 : day)))
}

/** Drafts that were deleted meanwhile, and damaged ones, have nothing to compact. */
function leaveOut(error: unknown): void {
  if (!(error instanceof AppError)) throw error
}

async function goOn(deps: Deps, q: Q, dueAt: number): Promise<void> {
  await dateJob(q, { id: deps.newId(), kind: 'compact-documents', key: 'compact-documents', payload: {}, dueAt })
}
