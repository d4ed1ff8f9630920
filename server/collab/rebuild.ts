import * as Y from 'yjs'
import { readContent } from '../../collab/doc-shape.ts'
import { quietDocument } from '../../collab/quiet-document.ts'
import type { DocumentKey, StoredBytes } from '../../db/queries/doc-log.ts'
import { listDocSnapshots, listLog } from '../../db/queries/doc-log.ts'
import type { Q } from '../../db/store.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { structuralFault } from './admission.ts'
import { digest } from './digest.ts'

/** A document rebuilt from what is stored. */
export interface Rebuilt {
  doc: Y.Doc
  /** The last update in it. */
  seq: number
  /** Updates since the snapshot it was built from. */
  updates: number
  /** Sum of what was applied. */
  bytes: number
  /** What it was built from, if from a snapshot. */
  stored?: { state: Uint8Array; hash: string; updates: readonly Uint8Array[] }
}

export class DamagedDocument extends Error {}

/** Beyond this many updates since the snapshot, their structure is judged in one go, which is faster. */
const judgedApart = 256

/**
 * A document from its newest snapshot and the updates after it; all of it or nothing (SPEC [D4], [D6]). Snapshots were
 * judged when they were made; updates are judged again.
 *
 * @param upTo number of the last update to apply; undefined for all.
 * @throws DamagedDocument saying what is wrong.
 */
export async function rebuild(q: Q, key: DocumentKey, kind: EntryKind, upTo?: number): Promise<Rebuilt> {
  const [snapshot] = await listDocSnapshots(q, key, { limit: 1, upTo })
  const rows = await listLog(q, key, snapshot?.seq ?? 0, upTo)
  const doc = quietDocument()
  let seq = snapshot?.seq ?? 0
  let bytes = 0
  const apart = rows.length <= judgedApart
  try {
    if (snapshot) bytes += applyStored(doc, { ...snapshot, seq })
    doc.transact(() => {
      for (const row of rows) {
        if (row.seq !== seq + 1) throw new DamagedDocument(`update ${seq + 1} is missing`)
        bytes += applyStored(doc, row, apart ? kind : undefined)
        seq = row.seq
      }
    }, 'load')
    if (seq === 0) throw new DamagedDocument('the log is empty')
    if (doc.store.pendingStructs || doc.store.pendingDs) {
      throw new DamagedDocument('an update lacks what it builds on')
    }
    if (!apart) judgeWhole(doc, kind)
    readContent(doc, kind)
    const stored = snapshot && { state: snapshot.bytes, hash: snapshot.hash, updates: rows.map((row) => row.bytes) }
    return { doc, seq, updates: rows.length, bytes, ...(stored && { stored }) }
  } catch (error) {
    doc.destroy()
    throw error instanceof DamagedDocument ? error : new DamagedDocument(reasonOf(error))
  }
}

/**
 * What is left of a damaged document: from the newest snapshot that is whole, as many updates as are whole and belong
 * there. Undefined when not even the first update is.
 */
export async function lastGoodState(q: Q, key: DocumentKey, kind: EntryKind): Promise<Rebuilt | undefined> {
  for (const snapshot of [...(await listDocSnapshots(q, key)), undefined]) {
    const doc = quietDocument()
    try {
      const start = snapshot ? applyStored(doc, snapshot) : 0
      if (snapshot) judgeWhole(doc, kind)
      const good = applyWhile(doc, kind, snapshot?.seq ?? 0, await listLog(q, key, snapshot?.seq ?? 0))
      readContent(doc, kind)
      if (good.seq > 0) return { doc, ...good, bytes: start + good.bytes }
    } catch {
      // This snapshot is no good either; an older one may be.
    }
    doc.destroy()
  }
  return undefined
}

function applyWhile(doc: Y.Doc, kind: EntryKind, from: number, rows: readonly StoredBytes[]) {
  let seq = from
  let bytes = 0
  for (const row of rows) {
    try {
      if (row.seq !== seq + 1) break
      bytes += applyStored(doc, row, kind)
      seq = row.seq
    } catch {
      break
    }
  }
  return { seq, bytes, updates: seq - from }
}

/** @param kind judges the update's structure first. @returns its size. */
function applyStored(doc: Y.Doc, { seq, bytes, hash }: StoredBytes, kind?: EntryKind): number {
  if (digest(bytes) !== hash) throw new DamagedDocument(`update ${seq} does not match its hash`)
  const fault = kind && structuralFault({ doc, kind }, bytes)
  if (fault) throw new DamagedDocument(`update ${seq} does not belong in a draft: ${fault}`)
  try {
    Y.applyUpdate(doc, bytes, 'load')
  } catch (error) {
    throw new DamagedDocument(`update ${seq} cannot be applied: ${reasonOf(error)}`)
  }
  return bytes.length
}

/** @throws DamagedDocument if the document holds what admission would have refused. */
export function judgeWhole(doc: Y.Doc, kind: EntryKind): void {
  const fault = structuralFault({ doc: new Y.Doc(), kind }, Y.encodeStateAsUpdate(doc))
  if (fault) throw new DamagedDocument(`the document holds what does not belong in a draft: ${fault}`)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
