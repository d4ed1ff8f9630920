import { eq } from 'drizzle-orm'
import { objections } from '../../db/schema.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Outcome } from '../../domain/ballots/ballot.ts'
import { keepCheckpoint } from '../../server/record/keep-checkpoint.ts'
import { amendBallot } from '../../server/usecases/ballots/amend-ballot.ts'
import { castVote } from '../../server/usecases/ballots/cast-vote.ts'
import { challengeAmendment } from '../../server/usecases/ballots/challenge-amendment.ts'
import { closeBallot } from '../../server/usecases/ballots/close-ballot.ts'
import { openBallot } from '../../server/usecases/ballots/open-ballot.ts'
import { reaffirmVote } from '../../server/usecases/ballots/reaffirm-vote.ts'
import { createDraft } from '../../server/usecases/drafts/create-draft.ts'
import { replaceSection } from '../../server/usecases/drafts/replace-section.ts'
import { disposeObjection } from '../../server/usecases/objections/dispose-objection.ts'
import { publishVersion } from '../../server/usecases/versions/publish-version.ts'
import type { BundleWorld } from './bundle-world.ts'
import { bundleWorld } from './bundle-world.ts'

export interface AmendedWorld extends BundleWorld {
  draftId: string
  ballotId: string
  outcome: Outcome | null
  /** Disposes of the objection to the draft, publishes it and signs the record. */
  publish(): Promise<void>
}

/**
 * The world of a bundle with one more ballot, adopted and closed, whose text changed twice under vote: one paper that
 * counts, re-affirmed twice, and three that are stale.
 */
export async function amendedWorld(names: 'shown' | 'hidden'): Promise<AmendedWorld> {
  const world = await bundleWorld()
  const { deps, owner, voters, moderator } = world
  const [tomasz, amara, jun] = voters as [Viewer, Viewer, Viewer]
  const { id: draftId } = await createDraft(deps, owner, { kind: 'concept', title: 'Overhang' })
  const write = (markdown: string) => replaceSection(deps, owner, { draftId, section: 'body', markdown })
  await write('More compute than is used, kept in reserve.')
  const electorate = [owner, ...voters].map(({ actorId }) => actorId)
  const closesAt = deps.now() + 10 * 24 * 60 * 60_000
  const opening = { draftId, rule: 'simple-majority', quorum: 1, closesAt, electorate, names }
  const { id: ballotId } = await openBallot(deps, owner, opening)
  const vote = (by: Viewer, choice: string) =>
    castVote(deps, by, { ballotId, choice, reason: 'So I think.', settledBy: 'A number.' })
  await vote(tomasz, 'agree')
  await vote(amara, 'object')
  await vote(owner, 'agree')
  await write('More compute than is used, held in reserve.')
  await amendBallot(deps, owner, { ballotId, change: 'material', note: 'Held, not kept.' })
  await reaffirmVote(deps, tomasz, { ballotId })
  await vote(jun, 'reservations')
  await write('More compute then is used, held in reserve.')
  await amendBallot(deps, owner, { ballotId, change: 'typo', note: 'A letter.' })
  await challengeAmendment(deps, jun, { ballotId, n: 3, reason: 'It says another thing.' })
  await reaffirmVote(deps, tomasz, { ballotId })
  const { outcome } = await closeBallot(deps, moderator, { ballotId, reason: 'Everybody has voted.' })
  async function publish() {
    const [objection] = await deps.store.read.select().from(objections).where(eq(objections.draftId, draftId))
    const settled = { disposition: 'minority-note', reason: 'It stands beside the text.' }
    await disposeObjection(deps, moderator, { objectionId: objection?.id ?? '', ...settled })
    await publishVersion(deps, moderator, { draftId, note: 'New.' })
    await keepCheckpoint(deps)
  }
  return { ...world, draftId, ballotId, outcome, publish }
}
