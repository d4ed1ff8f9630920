import type { DraftReading } from './collab/service.ts'
import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'

/** What a draft says now; null while its document cannot be read, which a page says in its own words. */
export async function readDraftOrNull(deps: Deps, draftId: string): Promise<DraftReading | null> {
  return deps.collab.readDraft(draftId).catch((error: unknown) => {
    if (error instanceof AppError) return null
    throw error
  })
}
