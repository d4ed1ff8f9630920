import type { DraftRow } from '../../db/queries/drafts.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { kinds } from '../../domain/entries/kinds.ts'
import type { Block } from '../../domain/prose/tree.ts'
import { readPart, suggestPlace } from '../../domain/suggestions/place.ts'
import type { Deps } from '../deps.ts'
import { readDraftOrNull } from '../read-draft.ts'

/**
 * What a wall shows of a draft: the text at the place of the room's thread, or all of its sections where the room works
 * in no thread.
 *
 * @param thread one that the viewer may read.
 * @param draft one that the viewer may read.
 * @returns null where nothing can be shown.
 */
export async function wallText(
  deps: Deps,
  viewer: Viewer | null,
  thread: { draftId: string | null; place: string } | null,
  draft: DraftRow | null,
): Promise<Block[] | string | null> {
  if (!viewer || !can(viewer, 'atlas.read', null)) return null
  if (thread === null) return draft && wholeText(await contentOf(deps, draft.id))
  const argued = thread.draftId === null ? undefined : await findDraft(deps.store.read, thread.draftId)
  const place = argued && suggestPlace(argued.kind, thread.place)
  if (!argued || !place) return null
  const content = await contentOf(deps, argued.id)
  const part = content && readPart(content, place)
  return part === null || typeof part === 'boolean' ? null : part
}

async function contentOf(deps: Deps, draftId: string): Promise<EntryContent | null> {
  return (await readDraftOrNull(deps, draftId))?.content ?? null
}

function wholeText(content: EntryContent | null): Block[] | null {
  if (content === null) return null
  return kinds[content.kind].sections.flatMap(({ id, label }): Block[] => {
    const blocks = content.sections[id] ?? []
    const heading: Block = { type: 'heading', level: 2, children: [{ type: 'text', text: label }] }
    return blocks.length === 0 ? [] : [heading, ...blocks]
  })
}
