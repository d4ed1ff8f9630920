import { useActionData, useLocation } from '@remix-run/react'
import { useKeptAnswer } from '#app/features/live/use-kept-answer.ts'
import type { Refusal } from '#app/http/refusals.ts'

/** What the server said to a form that was sent: the refusal, and what had been typed. */
export interface Answer {
  refusal: Refusal
  typed: Record<string, string>
}

/**
 * The answer to the last form. Being told of somebody else's change loads the page's data again, and the framework
 * then forgets the answer; a person who is just reading why something was refused should keep it.
 */
export function useAnswer(): Answer | undefined {
  const { key } = useLocation()
  const [answer] = useKeptAnswer(key, useActionData<Answer>())
  return answer
}

/** The answer where it belongs to this form, told by the hidden fields it was sent with. */
export function answerTo<T extends Answer>(answer: T | undefined, hidden: Record<string, string>): T | undefined {
  return answer && Object.entries(hidden).every(([name, value]) => (answer.typed[name] ?? '') === value)
    ? answer
    : undefined
}
