import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { atlasIndex } from './atlas-index.ts'
import { entryHead } from './entry-json.ts'

const usual = 500

/**
 * Published entries, all or those of one kind, by kind and title, as the API lists them.
 *
 * @param after how many are passed over; `next` of the page before.
 */
export async function entriesJson(
  deps: Deps,
  viewer: Viewer | null,
  { kind, after = 0, limit = usual }: { kind?: EntryKind | undefined; after?: number; limit?: number },
) {
  if (!can(viewer, 'atlas.read', null)) throw new AppError('signed-out', 'Sign in to read the atlas.')
  const index = await atlasIndex(deps)
  const entries = kind === undefined ? index.entries : index.byKind(kind)
  const end = after + limit
  return {
    items: entries.slice(after, end).map((entry) => entryHead(entry, deps.now())),
    next: end < entries.length ? end : null,
  }
}
