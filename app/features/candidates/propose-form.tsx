import { Form, useNavigation } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { SentPost } from '#app/features/threads/kept-text.ts'
import { useKeptText } from '#app/features/threads/kept-text.ts'
import { TooLong } from '#app/features/threads/too-long.tsx'
import { limits } from '#domain/text/limits.ts'

interface ProposeFormProps {
  /** Where unsent words are kept. */
  keep: string
  sent: SentPost | null
  /** Nothing stands yet: the form is open. */
  begins: boolean
  answer: Answer | undefined
}

/** Another wording for the place. */
export function ProposeForm({ keep, sent, begins, answer }: ProposeFormProps) {
  const own = answerTo(answer, { intent: 'propose' })
  const { text, restored, change } = useKeptText(keep, own?.typed.text ?? '', sent)
  const sending = useNavigation().formData?.get('intent') === 'propose'
  return (
    <details className="unfold" open={own !== undefined || begins || restored}>
      <summary>Propose a wording</summary>
      <Form method="post" className="contribution-form">
        <Hidden fields={{ intent: 'propose' }} />
        <FormRefusal refusal={own?.refusal.field ? undefined : own?.refusal} />
        <Field
          name="text"
          label="The wording you propose"
          hint="The words as they should stand in the entry. A blank line begins a paragraph. You can change them until somebody has said something about them."
          refusal={own?.refusal}
        >
          {(control) => (
            <textarea
              {...control}
              required
              rows={5}
              className="wording-box"
              value={text}
              onChange={(event) => change(event.target.value)}
            />
          )}
        </Field>
        <TooLong length={text.length} most={limits.candidate} may="proposed" />
        {restored ? <p className="field-hint">Words you had not sent yet were put back.</p> : null}
        <button type="submit" className="button button-primary" aria-disabled={sending}>
          {sending ? 'Proposing' : 'Propose wording'}
        </button>
      </Form>
    </details>
  )
}
