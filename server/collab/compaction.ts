import * as Y from 'yjs'
import { fieldsRoot, sectionRoot } from '../../collab/doc-shape.ts'
import { quietDocument } from '../../collab/quiet-document.ts'
import type { DocumentKey } from '../../db/queries/doc-log.ts'
import type { Q } from '../../db/store.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kinds } from '../../domain/entries/kinds.ts'
import { DamagedDocument, judgeWhole, rebuild } from './rebuild.ts'

/** What the worker is asked for: the document as of one number of its log. */
export interface CompactionJob extends DocumentKey {
  kind: EntryKind
  seq: number
}

/**
 * One state instead of many updates, built from the rows of the log and verified: read again from its own bytes it
 * has the same state vector, the same deletions and the same text in every section and field (SPEC [D9]).
 *
 * @throws DamagedDocument when the rows are damaged or the state is not the same.
 */
export async function compact(q: Q, { draftId, generation, kind, seq }: CompactionJob): Promise<Uint8Array> {
  const built = await rebuild(q, { draftId, generation }, kind, seq)
  const copy = quietDocument()
  try {
    if (built.seq !== seq) throw new DamagedDocument(`the log ends at ${built.seq}, not at ${seq}`)
    const state = Y.encodeStateAsUpdate(built.doc)
    Y.applyUpdate(copy, state)
    if (!Y.equalSnapshots(Y.snapshot(built.doc), Y.snapshot(copy)))
      throw new DamagedDocument('the state vector differs')
    const difference = firstDifference(built.doc, copy, kind)
    if (difference) throw new DamagedDocument(`${difference} differs`)
    judgeWhole(copy, kind)
    return state
  } finally {
    built.doc.destroy()
    copy.destroy()
  }
}

/** Name of the first section or field, in the order of the kind, that two documents do not have alike; else undefined. */
export function firstDifference(a: Y.Doc, b: Y.Doc, kind: EntryKind): string | undefined {
  for (const { id } of kinds[kind].sections) {
    const [one, other] = [a, b].map((doc) => doc.get(sectionRoot(id), Y.XmlElement).toJSON())
    if (one !== other) return `section ${id}`
  }
  const [one, other] = [a.getMap(fieldsRoot).toJSON(), b.getMap(fieldsRoot).toJSON()]
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
  const key = keys.find((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]))
  return key && `field ${key}`
}
