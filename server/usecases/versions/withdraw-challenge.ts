import { findChallenge, updateChallenge } from '../../../db/queries/challenges.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { currentViewer } from '../ballots/ballot-access.ts'

/**
 * Whoever challenged a version takes it back while it is open (publishing SPEC [P20]); what was argued stays.
 *
 * @throws AppError `signed-out`, `not-allowed`, `not-found`, `conflict` where it is answered already.
 */
export async function withdrawChallenge(deps: Deps, viewer: Viewer | null, challengeId: string): Promise<void> {
  const { entryId, threadId } = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const challenge = await findChallenge(q, challengeId)
    if (!challenge) throw new AppError('not-found', 'There is no such challenge.')
    if (!can(by, 'challenge.withdraw', challenge)) {
      if (challenge.state !== 'open') throw new AppError('conflict', `This challenge is ${challenge.state} already.`)
      throw new AppError('not-allowed', 'Only who made a challenge withdraws it.')
    }
    const { id, entryId, n } = challenge
    await updateChallenge(q, id, { state: 'withdrawn', answer: null, answeredBy: null, answeredAt: deps.now() })
    await recordEvent(deps, q, {
      type: 'challenge.withdrawn',
      subject: `entry/${entryId}`,
      payload: { challengeId: id, entryId, n, by: by.actorId },
    })
    await touchEntry(q, entryId)
    return challenge
  })
  deps.live.publish(
    [`entry/${entryId}`, `thread/${threadId}`].map((topic) => ({
      topic,
      type: 'challenge.withdrawn',
      id: challengeId,
    })),
  )
}
