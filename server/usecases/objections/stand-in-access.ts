import { lastSeen } from '../../../db/queries/actors.ts'
import { findAccount, findDraftFor } from '../../../db/queries/drafts.ts'
import type { ObjectionRow } from '../../../db/queries/objections.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { StandInCase } from '../../../domain/objections/stand-ins.ts'
import { standInOf } from '../../../domain/objections/stand-ins.ts'

/** What the rules about stand-ins look at. @param seen from `lastSeen`, where it is known already. */
export async function standInCase(
  q: Q,
  objection: ObjectionRow,
  seen?: ReadonlyMap<string, number>,
): Promise<StandInCase> {
  const { ownerId, standInId } = objection
  const known =
    seen ??
    (await lastSeen(
      q,
      [ownerId, standInId].flatMap((id) => id ?? []),
    ))
  return {
    ownerId,
    standInId,
    disposition: objection.disposition,
    sealed: objection.sealed,
    createdAt: objection.createdAt,
    standInSince: objection.standInSince,
    standInNamed: objection.standInNamed === true,
    askedAt: objection.standInAskedAt,
    askedBy: objection.standInAskedBy,
    disposedBy: objection.disposedBy,
    ownerSeenAt: known.get(ownerId ?? '') ?? null,
    standInSeenAt: known.get(standInId ?? '') ?? null,
  }
}

/** Who stands in now and still may ([O12], [O17]); null for nobody. */
export async function entitledStandIn(q: Q, objection: ObjectionRow, standing: StandInCase): Promise<string | null> {
  const standInId = standInOf(standing)
  if (standInId === null || objection.draftId === null) return null
  return (await mayStandIn(q, objection.draftId, standInId)) ? standInId : null
}

/** May this account be a stand-in for an objection to the draft ([O12])? */
export async function mayStandIn(q: Q, draftId: string, actorId: string): Promise<boolean> {
  const account = await findAccount(q, { actorId })
  const draft = account && (await findDraftFor(q, draftId, actorId))?.thing
  if (!draft) return false
  const { name, role, suspendedAt } = account
  return can({ actorId, name, role, colour: '', suspended: suspendedAt !== null }, 'draft.stand-in', draft)
}
