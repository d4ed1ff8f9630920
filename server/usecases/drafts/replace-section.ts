import { replaceSection as replaceInDocument } from '../../../collab/replace-section.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { contentHash } from '../../../domain/entries/content-hash.ts'
import { kinds, sectionDef } from '../../../domain/entries/kinds.ts'
import { markdownToBlocks } from '../../../domain/prose/markdown.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { writableDraft } from './writable-draft.ts'

export interface ReplaceSection {
  draftId: string
  section: string
  /** What the section says from now on, as Markdown; empty to clear it. */
  markdown: string
}

/**
 * Replaces a section of a draft by a small edit through the document's own log, so that people who have it open see
 * it as if somebody had typed it. Raw HTML and unsafe addresses in the Markdown do not survive.
 *
 * @throws AppError `bad-input` (section, markdown), `not-found`, `gone`, `not-allowed`, `signed-out`.
 */
export async function replaceSection(
  deps: Deps,
  viewer: Viewer | null,
  input: ReplaceSection,
): Promise<{ section: string; contentHash: string }> {
  const { draft, viewer: by } = await writableDraft(deps.store.read, viewer, input.draftId)
  const section = sectionDef(draft.kind, input.section)
  if (!section) {
    const known = kinds[draft.kind].sections.map(({ id }) => id).join(', ')
    throw new AppError('bad-input', `A ${draft.kind} has these sections: ${known}.`, 'section')
  }
  const text = checkText(input.markdown, { field: 'markdown', label: 'the section', limit: 'section', optional: true })
  const blocks = markdownToBlocks(text)
  await deps.collab.transact(draft.id, by.actorId, (doc) => replaceInDocument(doc, section.id, blocks))
  const { content } = await deps.collab.readDraft(draft.id)
  return { section: section.id, contentHash: contentHash(content) }
}
