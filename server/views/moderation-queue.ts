import { findActorName } from '../../db/queries/actors.ts'
import { listOpenChallenges } from '../../db/queries/challenges.ts'
import { listClosing, listPromoted, listUnsettled } from '../../db/queries/publication.ts'
import { lastVersionNumber } from '../../db/queries/versions.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { nextVersion } from '../../domain/publishing/merge-box.ts'
import { day } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { publicationOf } from '../usecases/versions/publication-of.ts'
import type { QueuedCase } from './case-queue.ts'
import { caseQueue } from './case-queue.ts'
import type { FrozenPublication } from './frozen-publication.ts'
import { frozenPublication } from './frozen-publication.ts'
import type { SignalQueues } from './signal-queues.ts'
import { signalQueues } from './signal-queues.ts'

/** Ballots that close within three days are listed. */
const soon = 3 * day

export interface ModerationQueue extends SignalQueues {
  /** Flags, first posts, corrections and appeals, those due first. */
  cases: QueuedCase[]
  frozen: FrozenPublication | null
  /** Promoted drafts, longest waiting first; `unmet`: what the merge box still asks for. */
  promoted: { id: string; title: string; owner: string; next: number; since: number; unmet: string[] }[]
  closing: { id: string; question: string; title: string | null; closesAt: number }[]
  /** Challenges to published versions that wait for an answer, longest waiting first. */
  challenges: { id: string; title: string; n: number; reason: string; at: number }[]
  objections: { id: string; text: string; createdAt: number; draftId: string; title: string }[]
}

/** What waits for a moderator. @throws AppError `signed-out`, `not-allowed`. */
export async function moderationQueue(deps: Deps, viewer: Viewer | null): Promise<ModerationQueue> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to see this.')
  if (!can(viewer, 'moderation.read', null)) throw new AppError('not-allowed', 'Only moderators see the queue.')
  const q = deps.store.read
  const promoted = []
  for (const draft of await listPromoted(q)) {
    const { requirements, entry } = await publicationOf(q, draft, null)
    const unmet = requirements.filter((requirement) => !requirement.met).map((requirement) => requirement.words)
    promoted.push({
      id: draft.id,
      title: draft.title,
      owner: await findActorName(q, draft.ownerId),
      next: nextVersion(await lastVersionNumber(q, entry.id)),
      since: draft.updatedAt,
      unmet,
    })
  }
  return {
    cases: await caseQueue(q, viewer, deps.now()),
    frozen: await frozenPublication(q),
    promoted,
    closing: await listClosing(q, deps.now() + soon),
    challenges: await listOpenChallenges(q),
    objections: await listUnsettled(q),
    ...(await signalQueues(q, deps.now())),
  }
}
