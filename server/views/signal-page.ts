import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import type { Deps } from '../deps.ts'
import { positionsOf } from './positions-of.ts'
import { published, readableAtlas } from './readable-atlas.ts'
import { signalOf } from './signal-of.ts'

/**
 * The page of one strategy's signal: its words, its state, what was reported of it, and where members stand.
 *
 * @throws AppError `not-found`, `gone`.
 */
export async function signalPage(deps: Deps, viewer: Viewer | null, slug: string) {
  const index = await readableAtlas(deps, viewer)
  const entry = published(index, 'strategy', slug)
  const signal = await signalOf(deps, viewer, entry)
  return {
    entryId: entry.entryId,
    slug,
    title: entry.title,
    noSignalReason: textField(entry.content, 'no-falsification-reason'),
    signal,
    positions: await positionsOf(deps, viewer, {
      entryId: entry.entryId,
      signalId: signal.current?.id,
      all: true,
    }),
    now: deps.now(),
    signedIn: viewer !== null,
  }
}

export type SignalPage = Awaited<ReturnType<typeof signalPage>>
