import type { BallotRow } from '../../../db/queries/ballots.ts'
import { findPaperOf, isElector } from '../../../db/queries/ballots.ts'
import { findDraft } from '../../../db/queries/drafts.ts'
import { listAuthorsBefore } from '../../../db/queries/forks.ts'
import { hasSuggested, hasWritten } from '../../../db/queries/involvement.ts'
import type { Q } from '../../../db/store.ts'
import type { Involvement } from '../../../domain/ballots/closer.ts'
import { closerFault } from '../../../domain/ballots/closer.ts'
import { draftsUnder } from '../../../domain/ballots/forks.ts'

/** Why this person may not say what follows from a ballot, nor publish it, in words; null where they may ([B53]). */
export async function whyNotCloser(q: Q, ballot: BallotRow, actorId: string): Promise<string | null> {
  if (ballot.closer === 'anyone') return null
  return closerFault(ballot.closer, await involvementOf(q, ballot, actorId))
}

async function involvementOf(q: Q, ballot: BallotRow, actorId: string): Promise<Involvement> {
  const { id, names, openedBy } = ballot
  let wrote = false
  for (const one of draftsUnder(ballot)) wrote ||= await wroteIn(q, one, actorId)
  return { opened: openedBy === actorId, wrote, voted: await votedIn(q, { id, names }, actorId) }
}

/** Whether the draft is theirs, or something in it. */
async function wroteIn(q: Q, draftId: string, actorId: string): Promise<boolean> {
  const draft = await findDraft(q, draftId)
  return (
    draft !== undefined &&
    (draft.ownerId === actorId ||
      (await hasWritten(q, draft.id, actorId)) ||
      (await hasSuggested(q, draft.id, actorId)) ||
      (await listAuthorsBefore(q, draft.id)).some((author) => author.actorId === actorId))
  )
}

async function votedIn(q: Q, { id, names }: Pick<BallotRow, 'id' | 'names'>, actorId: string) {
  if (names === 'hidden') return (await isElector(q, id, actorId)) ? ('unknown' as const) : ('no' as const)
  return (await findPaperOf(q, id, actorId)) ? ('yes' as const) : ('no' as const)
}
