import type { ScaleRow } from '../../db/queries/markers.ts'
import { findScale, listMarkers } from '../../db/queries/markers.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Band, ReadingState } from '../../domain/bands/band.ts'
import { bandOf, medianOf, readingState, showsMarkers } from '../../domain/bands/band.ts'
import { earlierOf, standing } from '../../domain/bands/moves.ts'
import type { Deps } from '../deps.ts'
import type { LoadedThread } from '../usecases/threads/thread-access.ts'

export interface MarkerView {
  /** Stable within the page; says nothing of the person. */
  key: number
  name: string
  mine: boolean
  value: number
  reason: string
  at: number
  /** How often this person has moved it. */
  moves: number
  /** Where this person placed it before, oldest first; of many the latest ([Z4]). */
  earlier: { value: number; reason: string; at: number }[]
}

export interface BandView {
  scale: Omit<ScaleRow, 'threadId' | 'updatedAt'> | null
  /** When the scale was last set; empty for never. */
  seen: string
  mayEdit: boolean
  /** The viewer's own marker and the number of its move. */
  own: { value: number; reason: string; move: number } | null
  /** Everybody's markers by value; null while the viewer has placed none ([Z5]). */
  placed: {
    markers: MarkerView[]
    /** Null for fewer than three markers ([Z6]). */
    band: Band | null
    median: number | null
    /** Null without a reading or a band ([Z7]). */
    state: ReadingState | null
  } | null
}

/** The scale of a threshold hearing and what stands on it, as this viewer may see it; null for other threads. */
export async function bandView(
  deps: Pick<Deps, 'store'>,
  viewer: Viewer | null,
  { thread, thing }: LoadedThread,
): Promise<BandView | null> {
  if (thread.kind !== 'threshold') return null
  const q = deps.store.read
  const scale = await findScale(q, thread.id)
  const mayEdit = can(viewer, 'contribution.post', thing)
  if (!scale) return { scale: null, seen: '', mayEdit, own: null, placed: null }
  const all = await listMarkers(q, thread.id)
  const stand = standing(all).sort((a, b) => a.value - b.value)
  const own = stand.find(({ actorId }) => actorId === viewer?.actorId)
  const shown = showsMarkers({ resolved: thread.state === 'resolved', placed: own !== undefined })
  const values = stand.map(({ value }) => value)
  const band = bandOf(values)
  const { threadId: _thread, updatedAt, ...named } = scale
  return {
    scale: named,
    seen: String(updatedAt),
    mayEdit,
    own: own ? { value: own.value, reason: own.reason, move: own.move } : null,
    placed: shown
      ? {
          markers: stand.map(({ actorId, name, value, reason, at, move }, key) => ({
            key,
            name,
            mine: actorId === viewer?.actorId,
            value,
            reason,
            at,
            moves: move - 1,
            earlier: earlierOf(all, { actorId, move }).map((one) => ({
              value: one.value,
              reason: one.reason,
              at: one.at,
            })),
          })),
          band,
          median: medianOf(values),
          state: band && scale.reading !== null ? readingState(scale, band, scale.reading) : null,
        }
      : null,
  }
}
