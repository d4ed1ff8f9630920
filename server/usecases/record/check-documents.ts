import { and, asc, eq, isNull } from 'drizzle-orm'
import * as Y from 'yjs'
import { readContent } from '../../../collab/doc-shape.ts'
import { quietDocument } from '../../../collab/quiet-document.ts'
import type { DocumentKey, StoredBytes } from '../../../db/queries/doc-log.ts'
import { listDocSnapshots, listLog } from '../../../db/queries/doc-log.ts'
import { drafts, snapshots } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { partHashes } from '../../../domain/entries/content-hash.ts'
import type { EntryContent, EntryKind } from '../../../domain/entries/kinds.ts'
import { firstDifference } from '../../collab/compaction.ts'
import { digest } from '../../collab/digest.ts'
import type { StepResult } from './fault.ts'

/** A text that was frozen from a document, for a ballot or a version. */
interface FrozenText {
  id: string
  seq: number
  content: EntryContent
}

class Difference extends Error {}

/**
 * Replays the log of every draft's document and holds it against what was derived from it: each stored state, and each
 * frozen text, at the change it was taken at (collab SPEC [D4], [D9]). Reads one draft at a time, since a log may be
 * large.
 *
 * @returns the number of updates, states and frozen texts looked at, and the first difference.
 */
export async function checkDocuments(q: Q): Promise<StepResult> {
  let count = 0
  const documents = await q
    .select({ draftId: drafts.id, generation: drafts.generation, kind: drafts.kind })
    .from(drafts)
    .orderBy(asc(drafts.id))
  for (const { kind, ...key } of documents) {
    const states = await listDocSnapshots(q, key)
    const texts = await frozenTexts(q, key)
    const updates = await listLog(q, key, 0)
    count += updates.length + states.length + texts.length
    try {
      replay(kind, updates, states, texts)
    } catch (error) {
      if (!(error instanceof Difference)) throw error
      return { count, fault: { where: `the document of draft ${key.draftId}`, words: error.message } }
    }
  }
  return { count, fault: null }
}

async function frozenTexts(q: Q, { draftId, generation }: DocumentKey): Promise<FrozenText[]> {
  return q
    .select({ id: snapshots.id, seq: snapshots.docSeq, content: snapshots.content })
    .from(snapshots)
    .where(and(eq(snapshots.draftId, draftId), eq(snapshots.docGeneration, generation), isNull(snapshots.redactedAt)))
    .orderBy(asc(snapshots.docSeq))
}

/** @throws Difference with what is wrong, as the rest of a sentence. */
function replay(
  kind: EntryKind,
  updates: readonly StoredBytes[],
  states: readonly StoredBytes[],
  texts: readonly FrozenText[],
): void {
  const doc = quietDocument()
  let seq = 0
  try {
    for (const update of updates) {
      if (update.seq !== seq + 1) throw new Difference(`update ${seq + 1} of its log is missing`)
      apply(doc, update, `update ${update.seq}`)
      seq = update.seq
      for (const state of states) if (state.seq === seq) compareState(doc, state, kind)
      for (const text of texts) if (text.seq === seq) compareText(doc, text, kind)
    }
    if (seq === 0) throw new Difference('its log is empty')
    const beyond = [...states, ...texts].find((one) => one.seq > seq)
    if (beyond) throw new Difference(`its log ends at ${seq}, but something was taken from it at ${beyond.seq}`)
  } finally {
    doc.destroy()
  }
}

function apply(doc: Y.Doc, { bytes, hash }: StoredBytes, what: string): void {
  if (digest(bytes) !== hash)
    throw new Difference(`the bytes of ${what} do not have the hash that was written for them`)
  try {
    Y.applyUpdate(doc, bytes)
  } catch {
    throw new Difference(`${what} cannot be applied`)
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Difference(`${what} lacks what it builds on`)
}

function compareState(doc: Y.Doc, state: StoredBytes, kind: EntryKind): void {
  const what = `the stored state at ${state.seq}`
  const stored = quietDocument()
  try {
    apply(stored, state, what)
    const difference = firstDifference(doc, stored, kind)
    if (difference) throw new Difference(`${difference} of ${what} is not what the log says`)
    if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(stored))) throw new Difference(`${what} is not what the log says`)
  } finally {
    stored.destroy()
  }
}

function compareText(doc: Y.Doc, { id, seq, content }: FrozenText, kind: EntryKind): void {
  const [told, frozen] = [partHashes(readContent(doc, kind)), partHashes(content)]
  const part = [...new Set([...Object.keys(told), ...Object.keys(frozen)])]
    .sort()
    .find((one) => told[one] !== frozen[one])
  if (part) throw new Difference(`${part} of snapshot ${id}, taken at ${seq}, is not what the log says`)
}
