import { listAnchorsOfDraft, rewriteAnchor } from '../../../db/queries/anchors.ts'
import type { Q } from '../../../db/store.ts'
import { redactSectionWords, redactWords } from '../../../domain/anchors/redact.ts'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
import type { Redaction } from '../../../domain/entries/redact.ts'
import { sectionTexts } from '../threads/words-of.ts'

/**
 * Removes from the quotes and contexts of a draft's threads what a redaction removes from its text. What an anchor
 * quotes of a published version that has the words is left, as the version is.
 *
 * @param content the draft after the redaction.
 */
export async function redactAnchors(q: Q, draftId: string, content: EntryContent, redaction: Redaction): Promise<void> {
  const textOf = sectionTexts(content)
  for (const row of await listAnchorsOfDraft(q, draftId)) {
    const placed = row.state === 'placed'
    if (placed && row.version > 0) continue
    if ('words' in redaction) {
      const text = placed ? textOf(row.section) : null
      const { quote, before, after } = row
      await rewriteAnchor(q, row, redactWords({ quote, before, after }, redaction.words, text))
    } else if (row.section === redaction.section) await rewriteAnchor(q, row, redactSectionWords())
  }
}
