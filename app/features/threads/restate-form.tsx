import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { SentPost } from '#app/features/threads/kept-text.ts'
import { useKeptText } from '#app/features/threads/kept-text.ts'
import { TooLong } from '#app/features/threads/too-long.tsx'
import { limits } from '#domain/text/limits.ts'
import type { Side } from '#domain/threads/restatements.ts'
import { sideLabels } from '#domain/threads/restatements.ts'

interface FieldsProps {
  /** The one contribution that is restated; null for a whole side. */
  of: string | null
  /** Where unsent words are kept. */
  keep: string
  sent: SentPost | null
  answer: Answer | undefined
}

/** The sides that others argue, for one to say in their place. */
export function RestateSide({ sides, ...props }: Omit<FieldsProps, 'of'> & { sides: readonly Side[] }) {
  const own = answerTo(props.answer, { intent: 'restate', of: '' })
  return (
    <details className="unfold" open={own !== undefined} id="restate">
      <summary>Restate the other side</summary>
      <RestateFields {...props} of={null}>
        {sides.length === 1 ? (
          <input type="hidden" name="side" value={sides[0]} />
        ) : (
          <fieldset className="choices-in-a-row">
            <legend>Which side</legend>
            {sides.map((side) => (
              <label className="choice" key={side}>
                <input type="radio" name="side" value={side} required defaultChecked={own?.typed.side === side} />
                {sideLabels[side]}
              </label>
            ))}
          </fieldset>
        )}
      </RestateFields>
    </details>
  )
}

/** One contribution in other words, written in its place, or a side of several. @param cancel where *Cancel* leads. */
export function RestateFields({
  of,
  keep,
  sent,
  answer,
  cancel,
  children,
}: FieldsProps & { cancel?: string; children?: ReactNode }) {
  const hidden = { intent: 'restate', of: of ?? '' }
  const own = answerTo(answer, hidden)
  const { text, restored, change } = useKeptText(keep, own?.typed.text ?? '', sent)
  const sending = useNavigation().formData?.get('intent') === 'restate'
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (of !== null) box.current?.focus()
  }, [of])
  return (
    <Form method="post" className="contribution-form">
      <Hidden fields={hidden} />
      <FormRefusal refusal={own?.refusal.field === 'text' ? undefined : own?.refusal} />
      {children}
      <Field
        name="text"
        label={of === null ? 'What the other side argues' : 'What this says, in your words'}
        hint="As strong as its people would put it, and without your answer to it. They say whether it is fair."
        refusal={own?.refusal}
      >
        {(control) => (
          <textarea {...control} ref={box} required value={text} onChange={(event) => change(event.target.value)} />
        )}
      </Field>
      <TooLong length={text.length} most={limits.contribution} may="sent at once" />
      {restored ? <p className="field-hint">Words you had not sent yet were put back.</p> : null}
      <div className="actions">
        <button type="submit" className="button button-primary" aria-disabled={sending}>
          {sending ? 'Posting' : 'Post restatement'}
        </button>
        {cancel ? (
          <Link className="ui" to={cancel} preventScrollReset>
            Cancel
          </Link>
        ) : null}
      </div>
    </Form>
  )
}
