import type { CaseRow } from '../../../db/queries/moderation.ts'
import { findCase, listFlags } from '../../../db/queries/moderation.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Conflict, Decision } from '../../../domain/moderation/cases.ts'
import { conflictOf, conflictWords } from '../../../domain/moderation/cases.ts'
import { readRef } from '../../../domain/moderation/refs.ts'
import { AppError } from '../../errors.ts'
import { presentRights } from '../accounts/present-rights.ts'
import type { LoadedThing } from './thing-access.ts'
import { findThing, participantsOf } from './thing-access.ts'

export interface LoadedCase {
  row: CaseRow
  /** Null where it is not there any more. */
  found: LoadedThing | null
  conflict: Conflict | null
}

/** A case for somebody who moderates. @throws AppError `not-found`, `not-allowed`, `signed-out`. */
export async function loadCase(q: Q, viewer: Viewer | null, id: string): Promise<LoadedCase & { by: Viewer }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to see this.')
  const by = await presentRights(q, viewer)
  if (!can(by, 'moderation.read', null)) throw new AppError('not-allowed', 'Only moderators see cases.')
  const row = await findCase(q, id)
  if (!row) throw new AppError('not-found', 'There is no such case.')
  const ref = readRef(row.thing)
  const found = ref && (await findThing(q, by, ref))
  const flaggedBy = (await listFlags(q, id)).map(({ actorId }) => actorId)
  const participants = found ? await participantsOf(q, found) : []
  return { by, row, found, conflict: conflictOf(by.actorId, row, { flaggedBy, participants }) }
}

/** @throws AppError `not-allowed` where it is this moderator's own matter ([Y6], [Y13]). */
export function refuseConflict({ conflict }: LoadedCase): void {
  if (conflict) throw new AppError('not-allowed', conflictWords[conflict])
}

/** @throws AppError `conflict` that says why a decision cannot be made now ([Y7]). */
export function refuseDecision(decision: Decision, holder: string | null): void {
  if (decision === 'go') return
  const words = {
    decided: 'Somebody decided this a moment ago. What they decided stands below.',
    held: `${holder ?? 'Somebody'} has claimed this case. It is free again in half an hour, or when they give it back.`,
    changed: 'This case changed while you looked at it. Look at it as it is now, then decide; your words are kept.',
  }
  throw new AppError('conflict', words[decision])
}
