import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { writeEntry } from '../vault/write-entry.ts'
import { published, readableAtlas } from './readable-atlas.ts'

/**
 * An entry's current version as a file of the vault: front matter, then its sections.
 *
 * @throws AppError `not-found`.
 */
export async function entryMarkdown(
  deps: Deps,
  viewer: Viewer | null,
  { kind, id }: { kind: EntryKind; id: string },
): Promise<string> {
  const index = await readableAtlas(deps, viewer)
  const { content } = published(index, kind, id)
  const responsive = kind === 'scenario' ? index.strategiesFor(id).map(({ slug }) => slug) : []
  return writeEntry(id, content, { responsive })
}
