import { findEntryById } from '../../db/queries/entries.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { contentHash } from '../../domain/entries/content-hash.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import { blocksToMarkdown } from '../../domain/prose/markdown.ts'
import type { Deps } from '../deps.ts'
import { readableDraft } from '../usecases/drafts/draft-for.ts'

/**
 * A draft as the API shows it: the text as committed on disk, with the hash that a snapshot of it would have.
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function draftJson(deps: Deps, viewer: Viewer | null, { id }: { id: string }) {
  const { draft } = await readableDraft(deps.store.read, viewer, id)
  const [{ content, seq }, entry] = await Promise.all([
    deps.collab.readDraft(id),
    findEntryById(deps.store.read, draft.entryId),
  ])
  if (!entry) throw new Error(`draft ${id} has no entry`)
  const { kind, slug, currentVersion } = entry
  const sections = Object.entries(content.sections).map(([section, blocks]) => [section, blocksToMarkdown(blocks)])
  return {
    id,
    state: draft.state,
    title: content.title,
    baseVersion: draft.baseVersion,
    entry: { kind, id: slug, version: currentVersion },
    sections: Object.fromEntries(sections) as Record<string, string>,
    fields: content.fields,
    declarations: content.declarations,
    contentHash: contentHash(content),
    seq,
    links: {
      page: `/drafts/${id}`,
      ...(currentVersion === null ? {} : { entry: `/${kindPath[kind]}/${slug}` }),
    },
  }
}
