import { Form, useNavigation, useSearchParams } from '@remix-run/react'
import { useMemo, useState } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { numberWords } from '#app/features/bands/number-words.ts'
import { hearingEnded } from '#app/features/bands/scale-form.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { EndedNote } from '#app/features/threads/ended-words.tsx'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { keptKey, useKeptText } from '#app/features/threads/kept-text.ts'
import { useStart } from '#app/features/threads/use-start.ts'
import { plainDecimal, scaleMark } from '#domain/bands/scale.ts'
import type { BandView } from '#server/views/band-of.ts'

interface MarkerFormProps {
  scale: NonNullable<BandView['scale']>
  own: BandView['own']
  threadId: string
  actorId: string
  /** It may be sent; otherwise it only shows what was typed and not sent. */
  may: boolean
  answer: Answer | undefined
}

/** One's own marker: a number on the scale, and why there. */
export function MarkerForm({ scale, own, threadId, actorId, may, answer }: MarkerFormProps) {
  const refused = answerTo(answer, { intent: 'marker' })
  const key = keptKey(actorId, threadId, 'marker')
  const placed = useSearchParams()[0].get('placed')
  const sent = useMemo(
    () => (own !== null && String(own.move) === placed ? { id: `${threadId}/marker/${placed}`, key } : null),
    [own, placed, threadId, key],
  )
  const { text, restored, change } = useKeptText(key, refused?.typed.reason ?? '', sent, own?.reason)
  // The scale as it was when the form was opened, or when it was refused.
  const was = useStart(scaleMark(scale), refused)
  const before = own === null ? '' : plainDecimal(own.value)
  const [value, setValue] = useState(refused?.typed.value ?? before)
  const sending = useNavigation().formData?.get('intent') === 'marker'
  const typed = refused !== undefined || value !== before || text !== (own?.reason ?? '')
  if (!may && !typed) return null
  return (
    <details className="unfold" open={own === null || refused !== undefined || restored || !may}>
      <summary>
        {own ? `Your marker stands at ${numberWords(own.value)} ${scale.unit}. Move it` : 'Place your marker'}
      </summary>
      <Form method="post" className="contribution-form" preventScrollReset>
        <Hidden fields={{ intent: 'marker', was }} />
        <FormRefusal refusal={refused?.refusal.field ? undefined : refused?.refusal} />
        {may ? null : <EndedNote why={hearingEnded} />}
        <Field
          name="value"
          label={`Where does it turn, in ${scale.unit}`}
          hint={`From ${numberWords(scale.low)} to ${numberWords(scale.high)}. Where others placed theirs is shown once you have.`}
          refusal={refused?.refusal}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="decimal"
              required
              className="number-box"
              readOnly={!may}
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          )}
        </Field>
        <Field name="reason" label="Why there" hint="Shown with your name." refusal={refused?.refusal}>
          {(control) => (
            <textarea
              {...control}
              required
              rows={3}
              readOnly={!may}
              value={text}
              onChange={(event) => change(event.target.value)}
            />
          )}
        </Field>
        {restored ? <p className="field-hint">Words you had not sent yet were put back.</p> : null}
        {may ? (
          <button type="submit" className="button button-primary" aria-disabled={sending}>
            {sending ? 'Placing' : own ? 'Move marker' : 'Place marker'}
          </button>
        ) : null}
      </Form>
    </details>
  )
}
