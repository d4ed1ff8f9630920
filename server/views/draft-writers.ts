import { listDocumentWriters } from '../../db/queries/drafts.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'

export interface DraftWriter {
  client: number
  actorId: string
  name: string
}

/** More clients than this are not looked up at once. */
const mostClients = 100

/**
 * Who wrote with which Yjs client in a draft's present document, for what can be read there anyway.
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function draftWriters(
  deps: Deps,
  viewer: Viewer | null,
  id: string,
  clients: readonly number[],
): Promise<DraftWriter[]> {
  const { draft } = await readableDraft(deps.store.read, viewer, id)
  const asked = clients.filter((client) => Number.isSafeInteger(client) && client >= 0).slice(0, mostClients)
  return asked.length === 0 ? [] : listDocumentWriters(deps.store.read, id, draft.generation, asked)
}
