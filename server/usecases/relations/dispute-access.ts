import { findEntryById } from '../../../db/queries/entries.ts'
import type { RelationAnswerRow } from '../../../db/queries/relations.ts'
import { findDispute } from '../../../db/queries/relations.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isModerator } from '../../../domain/access/viewer.ts'
import type { DisputeParty } from '../../../domain/relations/both-sides.ts'
import { disputeOutcomes } from '../../../domain/relations/both-sides.ts'
import { isDeclarer } from '../../../domain/relations/groups.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'
import { answeringSide } from './relation-access.ts'

export interface LoadedDispute extends RelationAnswerRow {
  /** What the viewer is to it. */
  party: DisputeParty
}

/** The dispute that a thread argues, as this viewer stands to it; null for any other thread. */
export async function loadDispute(q: Q, viewer: Viewer | null, threadId: string): Promise<LoadedDispute | null> {
  const dispute = await findDispute(q, threadId)
  if (!dispute) return null
  const from = await findEntryById(q, dispute.fromId)
  const to = await findEntryById(q, dispute.toId)
  if (!from || !to) throw new Error(`relation answer ${dispute.id} names an entry that is not there`)
  const side = await answeringSide(q, from, dispute, to)
  const party = {
    disputant: dispute.actorId === viewer?.actorId,
    declarer: viewer !== null && isDeclarer(side, viewer.actorId),
    moderator: isModerator(viewer),
  }
  return { ...dispute, party }
}

/** @throws AppError `not-allowed`, `bad-input` (field `outcome`) where this person may not end it so ([B10]). */
export function refuseToSettle(by: Viewer, { party }: LoadedDispute, outcome: string): void {
  if (!can(by, 'relation.settle', party)) {
    throw new AppError(
      'not-allowed',
      'Who disputed the declaration, the authors of the entry that declares it, or a moderator resolves a dispute.',
    )
  }
  const fitting: string[] = disputeOutcomes(party)
  if (fitting.includes(outcome)) return
  const detail = party.disputant
    ? 'Your own dispute you can only set aside. That it is upheld is said by the other side or a moderator.'
    : party.declarer
      ? 'You can only uphold a dispute of your own entry’s declaration. Who disputed it or a moderator sets it aside.'
      : 'A dispute is upheld or set aside.'
  throw new AppError('bad-input', detail, 'outcome')
}

/** What the page of the other entry listens to. */
export function disputeEvents(dispute: RelationAnswerRow | null | undefined, type: string): LiveEvent[] {
  return dispute ? [{ topic: `entry/${dispute.toId}`, type, id: dispute.toId }] : []
}
