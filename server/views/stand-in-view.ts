import { findActorName } from '../../db/queries/actors.ts'
import type { DraftRow } from '../../db/queries/drafts.ts'
import { listDraftMembers, listInvitable, toDraftThing } from '../../db/queries/drafts.ts'
import type { ObjectionRow } from '../../db/queries/objections.ts'
import type { Q } from '../../db/store.ts'
import type { ObjectionThing } from '../../domain/access/objection-rights.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { StandInCase } from '../../domain/objections/stand-ins.ts'
import {
  canActFor,
  canTakeUp,
  decideAsk,
  decideName,
  decideStepIn,
  isAsked,
  withdrewFor,
} from '../../domain/objections/stand-ins.ts'
import type { Deps } from '../deps.ts'

export interface StandInView {
  /** Who stands in now. */
  now: { actorId: string; name: string; named: boolean; since: number } | null
  /** A stand-in is asked for, since then. */
  askedAt: number | null
  /** What would settle it, in a stand-in's words. */
  settledBy: string | null
  /** Who withdrew it for its owner; null where nobody did. */
  withdrewBy: string | null
  /** The viewer stands in for its owner. */
  mine: boolean
  may: {
    /** Whom the viewer, as its owner, may name; null for who may not. */
    name: { actorId: string; name: string }[] | null
    ask: boolean
    stepIn: boolean
    settle: boolean
    takeUp: boolean
  }
}

interface About {
  /** Whom its owner may name; asked once for all objections of a draft. */
  nameable(): Promise<{ actorId: string; name: string }[]>
  objection: ObjectionRow
  standing: StandInCase
  access: ObjectionThing
}

/** Who stands in for the owner of an objection, and what this viewer may do about it. */
export async function standInView(
  deps: Deps,
  viewer: Viewer | null,
  { nameable, objection, standing, access }: About,
): Promise<StandInView> {
  const q = deps.store.read
  const now = deps.now()
  const actorId = viewer?.actorId ?? ''
  const { standInId } = access
  const mayName = can(viewer, 'objection.name-stand-in', access) && decideName(standing, actorId) === 'name'
  const { takenUpAt } = objection
  const withdrewBy = withdrewFor(objection)
  return {
    now:
      standInId === null
        ? null
        : {
            actorId: standInId,
            name: await findActorName(q, standInId),
            named: standing.standInNamed,
            since: standing.standInSince ?? 0,
          },
    askedAt: isAsked(standing, now) && standInId === null ? standing.askedAt : null,
    settledBy: objection.standInSettledBy,
    withdrewBy: withdrewBy === null ? null : await findActorName(q, withdrewBy),
    mine: standInId !== null && standInId === actorId,
    may: {
      name: mayName ? await nameable() : null,
      ask: can(viewer, 'objection.ask-stand-in', access) && decideAsk(standing, standInId !== null, now) === 'ask',
      stepIn: can(viewer, 'objection.step-in', access) && decideStepIn(standing, actorId, now) === 'step-in',
      settle: can(viewer, 'objection.settle-for', access) && canActFor(standing, actorId),
      takeUp: canTakeUp({ ...standing, takenUpAt }, actorId, can(viewer, 'objection.take-up', access)),
    },
  }
}

/** Accounts that may be named, by name. */
export async function fitting(q: Q, draft: DraftRow, ownerId: string): Promise<{ actorId: string; name: string }[]> {
  const roles = new Map((await listDraftMembers(q, draft.id)).map(({ actorId, role }) => [actorId, role]))
  const all = await listInvitable(q)
  return all.filter(({ actorId, name }) => {
    const as: Viewer = { actorId, name, role: 'contributor', colour: '', suspended: false }
    return actorId !== ownerId && can(as, 'draft.stand-in', toDraftThing(draft, roles.get(actorId) ?? null))
  })
}
