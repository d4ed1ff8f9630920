import { listCheckAnswers } from '../../db/queries/signal-checks.ts'
import type { Q } from '../../db/store.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { CheckAnswer, CheckId } from '../../domain/threads/checks.ts'
import { checkAnswers, showsAnswers, signalChecks } from '../../domain/threads/checks.ts'

/** Reasons of others that one check shows. */
const mostReasons = 20

export interface CheckView {
  id: CheckId
  question: string
  own: { answer: CheckAnswer; reason: string } | null
  /** How all answered; null while the viewer has not ([T19]). */
  others: {
    counts: Record<CheckAnswer, number>
    reasons: { name: string; answer: CheckAnswer; reason: string }[]
  } | null
}

/** The checks of a falsification hearing as this viewer may see them. */
export async function signalChecksOf(
  q: Q,
  viewer: Viewer | null,
  thread: { id: string; state: 'open' | 'resolved' },
): Promise<CheckView[]> {
  const answers = await listCheckAnswers(q, thread.id)
  return signalChecks.map(({ id, question }) => {
    const given = answers.filter(({ check }) => check === id)
    const own = given.find(({ actorId }) => actorId === viewer?.actorId)
    const shown = showsAnswers({ resolved: thread.state === 'resolved', answered: own !== undefined })
    const count = (answer: CheckAnswer) => given.filter((one) => one.answer === answer).length
    return {
      id,
      question,
      own: own ? { answer: own.answer, reason: own.reason } : null,
      others: shown
        ? {
            counts: Object.fromEntries(checkAnswers.map((one) => [one, count(one)])) as Record<CheckAnswer, number>,
            reasons: given
              .filter(({ reason }) => reason !== '')
              .slice(0, mostReasons)
              .map(({ name, answer, reason }) => ({ name, answer, reason })),
          }
        : null,
    }
  })
}
