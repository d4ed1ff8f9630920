import { replaceSection as replaceInDocument } from '../../../collab/replace-section.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { contentHash } from '../../../domain/entries/content-hash.ts'
import { kinds, sectionDef } from '../../../domain/entries/kinds.ts'
import { markdownToBlocks } from '../../../domain/prose/markdown.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { readableDraft } from './draft-for.ts'

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
  const { draft, thing } = await readableDraft(deps.store.read, viewer, input.draftId)
  if (!viewer) throw new AppError('signed-out', 'Sign in to write.')
  if (thing.deleted) throw new AppError('gone', 'This draft was deleted.')
  if (!can(viewer, 'draft.write', thing)) {
    throw new AppError('not-allowed', 'You may read this draft, but not write in it as it stands.')
  }
  const section = sectionDef(draft.kind, input.section)
  if (!section) {
    const known = kinds[draft.kind].sections.map(({ id }) => id).join(', ')
    throw new AppError('bad-input', `A ${draft.kind} has these sections: ${known}.`, 'section')
  }
  const text = checkText(input.markdown, { field: 'markdown', label: 'the section', limit: 'section', optional: true })
  const blocks = markdownToBlocks(text)
  await deps.collab.transact(draft.id, viewer.actorId, (doc) => replaceInDocument(doc, section.id, blocks))
  const { content } = await deps.collab.readDraft(draft.id)
  return { section: section.id, contentHash: contentHash(content) }
}
