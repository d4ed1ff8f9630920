import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { kindPath } from '../../domain/entries/kinds.ts'
import { readPlace } from '../../domain/entries/place.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { published, readableAtlas } from './readable-atlas.ts'

/**
 * What a moderator is asked about before an entry is withdrawn.
 *
 * @param place as in `strategies/pause`.
 * @throws AppError `signed-out`, `not-allowed`, `not-found`, `gone`.
 */
export async function withdrawPage(deps: Deps, viewer: Viewer | null, place: string) {
  if (!viewer) throw new AppError('signed-out', 'Sign in to withdraw an entry.')
  if (!can(viewer, 'entry.withdraw', null)) throw new AppError('not-allowed', 'Only a moderator withdraws an entry.')
  const named = readPlace(place)
  if (!named) throw new AppError('not-found', 'There is no such entry in the atlas.', 'entry')
  const { kind, slug } = named
  const index = await readableAtlas(deps, viewer)
  const { title, n } = published(index, kind, slug)
  return {
    kind,
    slug,
    title,
    path: `/${kindPath[kind]}/${slug}`,
    version: n,
    relations: kind === 'strategy' ? index.relationsOf(slug).length : 0,
    people: kind === 'strategy' ? index.positionsOn(slug).length : 0,
  }
}
