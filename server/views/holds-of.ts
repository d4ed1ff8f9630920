import type { HoldRow } from '../../db/queries/holds.ts'
import { listHolds } from '../../db/queries/holds.ts'
import type { DraftThing } from '../../domain/access/policy.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { isModerator } from '../../domain/access/viewer.ts'
import { decideLift, longestHold, running } from '../../domain/objections/holds.ts'
import { day, dayOf } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'

export interface HoldView {
  id: string
  owner: string
  mine: boolean
  reason: string
  /** Milliseconds since 1970, UTC. */
  until: number
  state: 'running' | 'lifted' | 'over'
  liftReason: string | null
  mayLift: boolean
}

export interface HoldsView {
  holds: HoldView[]
  /** The viewer may hold this draft: until which days, as `2026-12-01`. Null for who may not. */
  mayHold: { first: string; last: string } | null
}

/** Who needs or needed time before a draft is put to the vote. That the viewer may read the draft is asked before. */
export async function holdsOf(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, thing }: { draftId: string; thing: DraftThing },
): Promise<HoldsView> {
  const now = deps.now()
  const holds = await listHolds(deps.store.read, draftId)
  const actorId = viewer?.actorId ?? ''
  const by = { actorId, isModerator: isModerator(viewer) }
  const held = holds.some(({ ownerId }) => ownerId === actorId)
  return {
    holds: holds.map((hold) => ({
      id: hold.id,
      owner: hold.owner,
      mine: hold.ownerId === actorId,
      reason: hold.reason,
      until: hold.until,
      state: stateOf(hold, now),
      liftReason: hold.liftReason,
      mayLift: can(viewer, 'hold.lift', thing) && decideLift(hold, by, now) === 'lift',
    })),
    // A hold lasts to the end of its day, so the last one is a day before the term.
    mayHold:
      can(viewer, 'hold.place', thing) && !held ? { first: dayOf(now), last: dayOf(now + longestHold - day) } : null,
  }
}

function stateOf(hold: HoldRow, now: number): HoldView['state'] {
  if (hold.liftedAt !== null) return 'lifted'
  return running([hold], now).length > 0 ? 'running' : 'over'
}
