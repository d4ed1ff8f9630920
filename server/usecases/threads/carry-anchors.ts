import type { AnchorRow } from '../../../db/queries/anchors.ts'
import { insertAnchor, listAnchorsToCarry } from '../../../db/queries/anchors.ts'
import type { Q } from '../../../db/store.ts'
import { findAgain, wordsAt } from '../../../domain/anchors/rules.ts'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
import type { Placement } from './words-of.ts'
import { sectionTexts } from './words-of.ts'

/**
 * An anchor in the text of a version: looked up by its words alone, and orphaned if it is already ([N14]).
 *
 * @param text its section in that version.
 */
export function carried(anchor: Placement, text: string, version: number): Placement {
  const { section, quote, before, after } = anchor
  const there = findAgain(text, anchor)
  return {
    ...{
      section,
      quote,
      before,
      after,
      version,
      draftId: null,
      generation: null,
      docSeq: null,
      start: null,
      end: null,
    },
    ...(there === null
      ? { state: 'orphaned' as const, offset: null }
      : { state: 'placed' as const, offset: there, ...wordsAt(text, there, there + quote.length) }),
  }
}

/** Looks up in a new version what the threads of its draft, and those on earlier versions, are about. */
export async function carryAnchors(
  q: Q,
  {
    entryId,
    draftId,
    n,
    content,
    at,
  }: { entryId: string; draftId: string | null; n: number; content: EntryContent; at: number },
): Promise<void> {
  const rows: AnchorRow[] = await listAnchorsToCarry(q, { entryId, draftId, version: n })
  const textOf = sectionTexts(content)
  for (const { threadId, updatedAt: _, ...anchor } of rows) {
    await insertAnchor(q, { threadId, updatedAt: at, ...carried(anchor, textOf(anchor.section), n) })
  }
}
