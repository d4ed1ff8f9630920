import { and, asc, desc, eq, gt } from 'drizzle-orm'
import * as Y from 'yjs'
import { findDraft } from '../../db/queries/drafts.ts'
import { docClients, docSnapshots, docUpdates } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { sha256Hex } from '../../domain/record/hash.ts'
import { AppError } from '../errors.ts'

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
  /** Which actor owns which Yjs client id. */
  clients: Map<number, string>
}

/**
 * Rebuilds a document from its newest snapshot and the updates after it.
 *
 * @throws AppError `not-found` for an unknown draft, `unavailable` when the log is damaged or empty: an empty
 * document is never served in place of one that could not be read.
 */
export async function loadDocument(q: Q, draftId: string): Promise<LoadedDocument> {
  const draft = await findDraft(q, draftId)
  if (!draft) throw new AppError('not-found', 'There is no such draft.')
  const { generation } = draft
  const [snapshot] = await q
    .select()
    .from(docSnapshots)
    .where(and(eq(docSnapshots.draftId, draftId), eq(docSnapshots.generation, generation)))
    .orderBy(desc(docSnapshots.seq))
    .limit(1)
  const updates = await q
    .select({ seq: docUpdates.seq, bytes: docUpdates.bytes, hash: docUpdates.hash })
    .from(docUpdates)
    .where(
      and(
        eq(docUpdates.draftId, draftId),
        eq(docUpdates.generation, generation),
        gt(docUpdates.seq, snapshot?.seq ?? 0),
      ),
    )
    .orderBy(asc(docUpdates.seq))
  const owners = await q
    .select({ client: docClients.client, actorId: docClients.actorId })
    .from(docClients)
    .where(and(eq(docClients.draftId, draftId), eq(docClients.generation, generation)))

  const doc = new Y.Doc()
  let seq = snapshot?.seq ?? 0
  let bytes = 0
  doc.transact(() => {
    for (const part of snapshot ? [{ ...snapshot, bytes: snapshot.state }, ...updates] : updates) {
      if (part.seq > seq + 1) throw damaged(draftId, `update ${seq + 1} is missing`)
      if (sha256Hex(part.bytes) !== part.hash) throw damaged(draftId, `update ${part.seq} does not match its hash`)
      Y.applyUpdate(doc, part.bytes, 'load')
      seq = part.seq
      bytes += part.bytes.length
    }
  }, 'load')
  if (seq === 0) throw damaged(draftId, 'the log is empty')
  if (doc.store.pendingStructs || doc.store.pendingDs) throw damaged(draftId, 'an update lacks what it builds on')
  return {
    doc,
    kind: draft.kind,
    title: draft.title,
    generation,
    seq,
    updatesSinceSnapshot: updates.length,
    bytes,
    clients: new Map(owners.map(({ client, actorId }) => [client, actorId])),
  }
}

function damaged(draftId: string, what: string): AppError {
  return new AppError('unavailable', `The document of draft ${draftId} cannot be read: ${what}.`)
}
