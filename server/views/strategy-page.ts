import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { entryFrame } from './entry-frame.ts'
import { positionsOf } from './positions-of.ts'
import { published, readableAtlas } from './readable-atlas.ts'
import { relationStandings } from './relation-standing.ts'
import { signalOf } from './signal-of.ts'
import { strategyPanels } from './strategy-panels.ts'

/**
 * The page of a published strategy.
 *
 * @throws AppError `not-found`.
 */
export async function strategyPage(deps: Deps, viewer: Viewer | null, slug: string) {
  const index = await readableAtlas(deps, viewer)
  const entry = published(index, 'strategy', slug)
  const signal = await signalOf(deps, viewer, entry)
  const { entryId } = entry
  return {
    frame: await entryFrame(deps, viewer, index, entry),
    panels: strategyPanels(index, entry.content, slug, await relationStandings(deps, index)),
    signal,
    positions: await positionsOf(deps, viewer, { entryId, signalId: signal.current?.id }),
    signedIn: viewer !== null,
  }
}
