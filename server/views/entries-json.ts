import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { atlasIndex } from './atlas-index.ts'
import { entryHead } from './entry-json.ts'

/** All published entries, or those of one kind, by title, as the API lists them. */
export async function entriesJson(deps: Deps, viewer: Viewer | null, { kind }: { kind?: EntryKind | undefined }) {
  if (!can(viewer, 'atlas.read', null)) throw new AppError('signed-out', 'Sign in to read the atlas.')
  const index = await atlasIndex(deps)
  const entries = kind === undefined ? index.entries : index.byKind(kind)
  return { items: entries.map(entryHead), next: null }
}
