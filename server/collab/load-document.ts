import type * as Y from 'yjs'
import { docClientOwners, lastLogged } from '../../db/queries/doc-log.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import type { Q } from '../../db/store.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { AppError } from '../errors.ts'
import type { Rebuilt } from './rebuild.ts'
import { DamagedDocument, lastGoodState, rebuild } from './rebuild.ts'

export interface LoadedDocument {
  doc: Y.Doc
  kind: EntryKind
  title: string
  generation: number
  /** The last update in the log. */
  seq: number
  /** Updates since the snapshot it was loaded from. */
  updatesSinceSnapshot: number
  bytes: number
  /** What it was built from, where that is a snapshot and the updates after it. */
  stored?: Rebuilt['stored'] | undefined
  /** Which actor owns which Yjs client id. */
  clients: Map<number, string>
  /** What is wrong with it, where it could only be loaded as it last was whole; else null. */
  damage: string | null
}

/**
 * A draft's document as it is stored. One that is damaged is loaded as it last was whole, with `damage` set; it may be
 * read and not be changed (SPEC [D6]).
 *
 * @throws AppError `not-found` for an unknown draft, `unavailable` when nothing of it is whole: an empty document is
 * never served in place of one that could not be read.
 */
export async function loadDocument(q: Q, draftId: string): Promise<LoadedDocument> {
  const draft = await findDraft(q, draftId)
  if (!draft) throw new AppError('not-found', 'There is no such draft.')
  const { generation, kind, title } = draft
  const key = { draftId, generation }
  const clients = await docClientOwners(q, key)

  let damage: string | null = null
  const rebuilt = await rebuild(q, key, kind).catch(async (error: unknown) => {
    if (!(error instanceof DamagedDocument)) throw error
    const good = await lastGoodState(q, key, kind)
    if (!good) throw new AppError('unavailable', `The document of draft ${draftId} cannot be read: ${error.message}.`)
    // Only a snapshot was damaged if the log, which is kept whole, still tells everything.
    if (good.seq !== (await lastLogged(q, key))) damage = error.message
    return good
  })
  const { doc, seq, updates, bytes, stored } = rebuilt
  return { doc, kind, title, generation, seq, updatesSinceSnapshot: updates, bytes, clients, damage, stored }
}
