import { findVersion } from '../../db/queries/versions.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Cited } from '../../domain/citing/cite.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import { dayOf } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { published, readableAtlas } from './readable-atlas.ts'

/** The name under which the atlas is cited. */
export const atlasName = 'AGI Strategies'

/**
 * How the current version of an entry is cited.
 *
 * @param origin of this site, without a slash at the end.
 * @throws AppError `not-found`.
 */
export async function citation(
  deps: Deps,
  viewer: Viewer | null,
  { kind, id, origin }: { kind: EntryKind; id: string; origin: string },
): Promise<Cited> {
  const index = await readableAtlas(deps, viewer)
  const entry = published(index, kind, id)
  const version = await findVersion(deps.store.read, entry.entryId, entry.n)
  return {
    atlas: atlasName,
    title: entry.title,
    version: entry.n,
    date: dayOf(entry.publishedAt),
    authors: version?.authors.map(({ name }) => name) ?? [],
    url: `${origin}/${kindPath[kind]}/${id}/v/${entry.n}`,
  }
}
