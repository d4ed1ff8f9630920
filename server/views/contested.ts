import { countOpenThreadsByEntry, listEntriesWithMinorityNote } from '../../db/queries/deliberation.ts'
import { isContested } from '../../domain/support/contested.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex } from './atlas-index.ts'

/** How much each strategy is argued about: open threads by entry id, and the slugs of those that are contested. */
export async function argument(deps: Pick<Deps, 'store'>, index: AtlasIndex) {
  const [openThreads, noted] = await Promise.all([
    countOpenThreadsByEntry(deps.store.read),
    listEntriesWithMinorityNote(deps.store.read),
  ])
  const contested = index.byKind('strategy').filter(({ entryId, slug }) =>
    isContested({
      openThreads: openThreads.get(entryId) ?? 0,
      stances: index.positionsOn(slug).map(({ stance }) => stance),
      minorityNote: noted.has(entryId),
    }),
  )
  return { openThreads, contested: new Set(contested.map(({ slug }) => slug)) }
}
