import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import type { AttachedSource } from './attached-sources.ts'
import { attachedSources } from './attached-sources.ts'
import type { Links } from './see-also.ts'
import { linksOf, noLinks } from './see-also.ts'

/** What stands under a contribution. */
export interface Evidence extends Links {
  sources: AttachedSource[]
}

/** What stands under some contributions, as far as this viewer may see it. @returns that of one, by its id. */
export async function evidenceOf(
  deps: Pick<Deps, 'store'>,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<(id: string) => Evidence> {
  const [sources, links] = await Promise.all([attachedSources(deps, viewer, ids), linksOf(deps, viewer, ids)])
  return (id) => ({ sources: sources.get(id) ?? [], ...(links.get(id) ?? noLinks) })
}
