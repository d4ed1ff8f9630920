import { Form, Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { Showing } from '#app/features/threads/links.ts'
import { threadHref } from '#app/features/threads/links.ts'
import { afterLabels, beforeLabels } from '#domain/threads/minds.ts'
import type { Stance } from '#domain/threads/reactions.ts'
import { stances } from '#domain/threads/reactions.ts'
import type { ContributionView } from '#server/views/contribution-view.ts'

interface MindFormProps {
  item: ContributionView
  showing: Showing
  answer: Answer | undefined
}

/** That a contribution changed one's mind: what one thought of the thread's claim before, and what now. */
export function MindForm({ item, showing, answer }: MindFormProps) {
  const hidden = { intent: 'mind', contributionId: item.id }
  const own = answerTo(answer, hidden)
  const said = item.minds?.named.find(({ mine }) => mine)
  const form = useRef<HTMLFormElement>(null)
  // The link that opened it is gone; the keyboard goes on here.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[type="radio"]')?.focus(), [])
  return (
    <Form method="post" className="contribution-form" ref={form}>
      <Hidden fields={hidden} />
      <FormRefusal refusal={own?.refusal.field === 'words' ? undefined : own?.refusal} />
      <p>
        Where you stood on what this thread argues, and where you stand now. Your name is shown with it. It is no vote:
        it counts nowhere else.
      </p>
      <Choice
        name="from"
        legend="Before I read this"
        labels={beforeLabels}
        chosen={own?.typed.from ?? said?.from}
        invalid={own?.refusal.field === 'from'}
      />
      <Choice
        name="to"
        legend="Now"
        labels={afterLabels}
        chosen={own?.typed.to ?? said?.to}
        invalid={own?.refusal.field === 'to'}
      />
      <Field name="words" label="What did it (may be left out)" refusal={own?.refusal}>
        {(control) => <input {...control} type="text" defaultValue={own?.typed.words ?? said?.words} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button button-primary">
          {said ? 'Say this instead' : 'Say that it changed my mind'}
        </button>
        <Link className="ui" to={threadHref(showing, {}, `#c-${item.id}`)} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  )
}

interface ChoiceProps {
  name: 'from' | 'to'
  legend: string
  labels: Record<Stance, string>
  chosen: string | undefined
  invalid: boolean
}

function Choice({ name, legend, labels, chosen, invalid }: ChoiceProps) {
  return (
    <fieldset className="choices-in-a-row">
      <legend>{legend}</legend>
      {stances.map((stance) => (
        <label className="choice" key={stance}>
          <input
            type="radio"
            name={name}
            value={stance}
            required
            defaultChecked={chosen === stance}
            aria-invalid={invalid || undefined}
          />
          {labels[stance]}
        </label>
      ))}
    </fieldset>
  )
}
