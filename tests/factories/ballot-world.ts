import type { Viewer } from '../../domain/access/viewer.ts'
import type { Choice } from '../../domain/ballots/ballot.ts'
import type { Deps } from '../../server/deps.ts'
import { castVote } from '../../server/usecases/ballots/cast-vote.ts'
import type { OpenBallot } from '../../server/usecases/ballots/open-ballot.ts'
import { openBallot } from '../../server/usecases/ballots/open-ballot.ts'
import { createDraft } from '../../server/usecases/drafts/create-draft.ts'
import { anAccount, anEntry, completeStrategy } from './decided-draft.ts'

export const minute = 60_000

export interface BallotWorld {
  owner: Viewer
  voters: [Viewer, Viewer, Viewer]
  moderator: Viewer
  admin: Viewer
  draftId: string
  ballotId: string
}

/** Reasons that an objection needs; for other choices they do no harm. */
const words = { reason: 'It names no limit.', settledBy: 'A number.' }

/** A published strategy, a draft of it, and a ballot of three contributors, the owner and a moderator about it. */
export async function aBallot(deps: Deps, change: Partial<OpenBallot> = {}): Promise<BallotWorld> {
  const owner = await anAccount(deps, 'contributor', 'Ines Duarte')
  const voters: BallotWorld['voters'] = [
    await anAccount(deps, 'contributor', 'Tomasz Lis'),
    await anAccount(deps, 'reviewer', 'Amara Okafor'),
    await anAccount(deps, 'facilitator', 'Jun Watanabe'),
  ]
  const moderator = await anAccount(deps, 'moderator', 'Lea Brandt')
  const admin = await anAccount(deps, 'admin', 'Sami Haddad')
  await anEntry(deps, moderator, completeStrategy, 'rate-limited-ai')
  const { id: draftId } = await createDraft(deps, owner, { kind: 'strategy', entry: 'rate-limited-ai' })
  const { id: ballotId } = await openBallot(deps, owner, {
    draftId,
    rule: 'consensus',
    parameters: { p: 0.5001 },
    quorum: 2,
    closesAt: deps.now() + 10 * minute,
    electorate: [owner, ...voters, moderator].map(({ actorId }) => actorId),
    names: 'shown',
    ...change,
  })
  return { owner, voters, moderator, admin, draftId, ballotId }
}

export function vote(deps: Deps, by: Viewer, ballotId: string, choice: Choice) {
  return castVote(deps, by, { ballotId, choice, ...words })
}
