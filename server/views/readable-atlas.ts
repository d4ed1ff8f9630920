import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kinds } from '../../domain/entries/kinds.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { atlasIndex } from './atlas-index.ts'

/** @throws AppError `signed-out` where the atlas is not for everybody. */
export async function readableAtlas(deps: Pick<Deps, 'store'>, viewer: Viewer | null): Promise<AtlasIndex> {
  if (!can(viewer, 'atlas.read', null)) throw new AppError('signed-out', 'Sign in to read the atlas.')
  return atlasIndex(deps)
}

/** @throws AppError `not-found` when nothing of this kind is published at this address, `gone` when it was withdrawn. */
export function published(index: AtlasIndex, kind: EntryKind, slug: string): IndexedEntry {
  const entry = index.find(kind, slug)
  if (entry) return entry
  const withdrawn = index.withdrawn.get(`${kind}/${slug}`)
  if (withdrawn) {
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(withdrawn.at)
    throw new AppError('gone', `“${withdrawn.title}” was withdrawn on ${day}. The reason given: ${withdrawn.reason}`)
  }
  throw new AppError('not-found', `No ${kinds[kind].label.toLowerCase()} is published at this address.`)
}
