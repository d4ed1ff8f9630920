import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { useSeen } from '#app/features/live/use-seen.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { OneButton } from '#app/features/threads/one-button.tsx'
import { limits } from '#domain/text/limits.ts'
import type { ChallengePage } from '#server/views/challenge-pages.ts'

interface Props {
  page: ChallengePage
  answer: Answer | undefined
}

/** What this viewer may do with an open challenge, and what they began to write before somebody else ended it. */
export function ChallengeActs({ page: { state, may }, answer }: Props) {
  const isOpen = state === 'open'
  return (
    <>
      <AnswerForm state={state} may={isOpen && may.answer} answer={answer} />
      <OneButton
        hidden={{ intent: 'withdraw' }}
        may={isOpen && may.withdraw}
        answer={answer}
        className="button"
        words="Withdraw my challenge"
      >
        What was argued stays.
      </OneButton>
      {!isOpen || may.answer || may.withdraw ? null : (
        <p className="muted">A moderator who did not make the challenge answers it. Until then, argue in the thread.</p>
      )}
    </>
  )
}

interface AnswerFormProps {
  state: ChallengePage['state']
  may: boolean
  answer: Answer | undefined
}

function AnswerForm({ state, may, answer }: AnswerFormProps) {
  const refused = answerTo(answer, { intent: 'answer' })
  const { seen: began, held, hold } = useSeen(may, 'answer', refused !== undefined)
  if (!may && !began && !refused) return null
  const refusal = refused?.refusal
  const typed = refused?.typed ?? {}
  return (
    <Form method="post" className="card" replace onInput={() => (held ? undefined : hold())}>
      <h2>Answer it</h2>
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <input type="hidden" name="intent" value="answer" />
      <fieldset>
        <legend className="field-label">Does it hold?</legend>
        {refusal?.field === 'answer' ? (
          <p className="field-error" role="alert">
            {refusal.detail}
          </p>
        ) : null}
        <label className="choice">
          <input type="radio" name="answer" value="upheld" required defaultChecked={typed.answer === 'upheld'} />
          <span>Upheld: the version is to be revised. It stays until a ballot decides on another one.</span>
        </label>
        <label className="choice">
          <input type="radio" name="answer" value="dismissed" defaultChecked={typed.answer === 'dismissed'} />
          <span>Dismissed: the version stands.</span>
        </label>
      </fieldset>
      <Field name="reason" label="Reason" hint="Everybody can read it." refusal={refusal}>
        {(control) => (
          <textarea {...control} rows={4} required maxLength={limits.reason} defaultValue={typed.reason ?? ''} />
        )}
      </Field>
      {may ? (
        <button type="submit" className="button button-primary">
          Answer the challenge
        </button>
      ) : (
        <p className="notice notice-warn" role="status">
          The challenge is {state} by now, so no answer can be sent any more. What you wrote stays here until you leave
          the page; it can be posted in the thread instead.
        </p>
      )}
    </Form>
  )
}
