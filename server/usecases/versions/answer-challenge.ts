import { findChallenge, updateChallenge } from '../../../db/queries/challenges.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { challengeAnswers } from '../../../domain/publishing/challenges.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { currentViewer } from '../ballots/ballot-access.ts'

/**
 * A moderator answers a challenge of somebody else, with a public reason (publishing SPEC [P20]). Upheld, it asks for
 * a revision; the version stays until a ballot decides on one.
 *
 * @throws AppError `bad-input` (answer, reason), `signed-out`, `not-allowed`, `not-found`, `conflict` where it is
 * answered or withdrawn.
 */
export async function answerChallenge(
  deps: Deps,
  viewer: Viewer | null,
  input: { challengeId: string; answer: string; reason: string },
): Promise<void> {
  const reason = checkText(input.reason, { field: 'reason', label: 'a reason', limit: 'reason' })
  const state = challengeAnswers.find((one) => one === input.answer)
  if (!state) throw new AppError('bad-input', 'Choose whether the challenge is upheld or dismissed.', 'answer')
  const challenge = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const challenge = await findChallenge(q, input.challengeId)
    if (!challenge) throw new AppError('not-found', 'There is no such challenge.')
    if (!can(by, 'challenge.answer', challenge)) {
      if (challenge.state !== 'open') throw new AppError('conflict', `This challenge is ${challenge.state} already.`)
      throw new AppError('not-allowed', 'A moderator who did not make the challenge answers it.')
    }
    const { id, entryId, n } = challenge
    await updateChallenge(q, id, { state, answer: reason, answeredBy: by.actorId, answeredAt: deps.now() })
    await recordEvent(deps, q, {
      type: 'challenge.answered',
      subject: `entry/${entryId}`,
      payload: { challengeId: id, entryId, n, state, by: by.actorId },
      leaf: { reason },
    })
    await touchEntry(q, entryId)
    return challenge
  })
  const { id, entryId, threadId } = challenge
  deps.live.publish(
    [`entry/${entryId}`, `thread/${threadId}`].map((topic) => ({ topic, type: 'challenge.answered', id })),
  )
}
