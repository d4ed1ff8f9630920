import type { Answer } from '#app/features/threads/answer.ts'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'

interface TakeBackProps {
  intent: 'mind-back' | 'fair-back'
  contributionId: string
  said: { actorId: string; name: string; mine: boolean }
  answer: Answer | undefined
}

/** Takes back what one said by name about a contribution; a moderator removes it for others. */
export function TakeBack({ intent, contributionId, said: { actorId, name, mine }, answer }: TakeBackProps) {
  const summary = mine ? (
    'Take it back'
  ) : (
    <>
      Remove<span className="visually-hidden"> what {name} said</span>
    </>
  )
  return (
    <UnfoldForm
      summary={summary}
      hidden={{ intent, contributionId, actorId }}
      answer={answer}
      lede={<p>{mine ? 'It is no longer counted, and' : 'For law or safety:'} its words are erased for good.</p>}
    >
      {() => (
        <button type="submit" className="button">
          {mine ? 'Take it back' : 'Remove it'}
        </button>
      )}
    </UnfoldForm>
  )
}
