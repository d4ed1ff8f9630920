import { setCheckAnswer } from '../../../db/queries/signal-checks.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { checkAnswerLabels, checkAnswers, needsWhy, signalChecks } from '../../../domain/threads/checks.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadThread, mayPost, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

export interface AnswerCheck {
  threadId: string
  /** One of `signalChecks`. */
  check: string
  answer: string
  reason?: string | undefined
}

/**
 * Answers a check of a falsification signal for oneself ([T18]).
 *
 * @throws AppError `bad-input` (field `check`, `answer` or `reason`), `not-found`, `not-allowed`, `signed-out`.
 */
export async function answerCheck(deps: Deps, viewer: Viewer | null, input: AnswerCheck): Promise<void> {
  const asking = signedIn(viewer)
  const check = signalChecks.find(({ id }) => id === input.check)
  if (!check) throw new AppError('bad-input', 'This hearing has no such check.', 'check')
  const answer = checkAnswers.find((one) => one === input.answer)
  if (!answer) {
    throw new AppError('bad-input', `Choose one of: ${Object.values(checkAnswerLabels).join(', ')}.`, 'answer')
  }
  const rule = { field: 'reason', label: 'why not', limit: 'reason' } as const
  const reason = checkText(input.reason, { ...rule, optional: !needsWhy(answer) }).trim()
  const thread = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    mayPost(by, loaded)
    const { thread } = loaded
    if (thread.kind !== 'falsification') {
      throw new AppError('bad-input', 'Only a hearing on a falsification signal has checks.', 'check')
    }
    const row = { threadId: thread.id, check: check.id, actorId: by.actorId, answer, reason, at: deps.now() }
    await setCheckAnswer(q, row)
    await recordEvent(deps, q, {
      type: 'thread.check-answered',
      subject: `thread/${thread.id}`,
      payload: { check: check.id },
      leaf: { by: by.actorId, answer, reason },
    })
    await touchWhenPublic(q, loaded)
    return thread
  })
  deps.live.publish(threadEvents(thread, 'thread.check-answered'))
}
