import * as Y from 'yjs'
import { endsAt } from '../../collab/anchors.ts'
import { sectionRoot } from '../../collab/doc-shape.ts'
import type { SectionText } from '../../collab/section-text.ts'
import { readSectionText } from '../../collab/section-text.ts'
import type { AnchorRow } from '../../db/queries/anchors.ts'
import { listDocumentAnchors, rewriteAnchor } from '../../db/queries/anchors.ts'
import type { Q } from '../../db/store.ts'
import { findAgain, wordsAt } from '../../domain/anchors/rules.ts'
import { redactionMark } from '../../domain/entries/redact.ts'

/** Looks a draft's anchors up in the document that takes the place of the one before (domain/anchors SPEC [N13]). */
export async function renewAnchors(
  q: Q,
  { draftId, generation, at }: { draftId: string; generation: number; at: number },
  update: Uint8Array,
): Promise<void> {
  const rows = await listDocumentAnchors(q, draftId)
  if (rows.length === 0) return
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, update)
    const texts = new Map<string, SectionText>()
    for (const row of rows) {
      const root = doc.get(sectionRoot(row.section), Y.XmlElement) as Y.XmlElement
      const text = texts.get(row.section) ?? readSectionText(root)
      texts.set(row.section, text)
      await rewriteAnchor(q, row, { generation, docSeq: 1, updatedAt: at, ...placeIn(text, row) })
    }
  } finally {
    doc.destroy()
  }
}

function placeIn(text: SectionText, anchor: AnchorRow) {
  const start = anchor.quote === redactionMark ? null : findAgain(text.text, anchor)
  if (start === null) return { state: 'orphaned' as const, start: null, end: null }
  const end = start + anchor.quote.length
  return { state: 'placed' as const, ...wordsAt(text.text, start, end), ...endsAt(text, start, end) }
}
