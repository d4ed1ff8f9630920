import { Form } from '@remix-run/react'
import { useState } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { MomentChoice } from '#app/features/ballots/moment-choice.tsx'
import { publishingChoices } from '#app/features/ballots/read-moment.ts'
import { OverrideFields } from '#app/features/moderation/override-fields.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { isOverridable } from '#domain/publishing/conditions.ts'
import { limits } from '#domain/text/limits.ts'
import type { PublishPage } from '#server/views/publish-page.ts'

import { DayFields } from './day-fields.tsx'

interface Props {
  page: Pick<PublishPage, 'ready' | 'next' | 'statement' | 'requirements' | 'review'>
  answer: Answer | undefined
}

/** Release note, outcome statement and the button; it says why when it cannot be pressed. */
export function PublishForm({ page: { ready, next, statement, requirements, review }, answer }: Props) {
  // The one form of its page without an intent.
  const refused = answerTo(answer, { intent: '' })
  const { refusal, typed } = refused ?? {}
  // Somebody may word the statement while one is typed here: both are shown, and what was typed stays.
  const [begun] = useState(statement === '')
  const late = statement !== '' && (begun || refusal?.field === 'statement')
  const unmet = requirements.filter((requirement) => !requirement.met).length
  const mayOverride = unmet > 0 && requirements.every((one) => one.met || isOverridable(one))
  return (
    <Form method="post" replace>
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <Field
        name="note"
        label="Release note"
        hint="What is new, in a sentence or two. It stands in the history for good."
        refusal={refusal}
      >
        {(control) => <textarea {...control} required maxLength={limits.note} defaultValue={typed?.note ?? ''} />}
      </Field>
      {statement === '' ? null : (
        <details open={late}>
          <summary>Outcome statement of the ballot</summary>
          <p className="as-written">{statement}</p>
        </details>
      )}
      {statement === '' || late ? (
        <Field
          name="statement"
          label={late ? 'What you wrote as outcome statement' : 'Outcome statement (optional here)'}
          hint={
            late
              ? 'The ballot has an outcome statement by now, as above. Empty this field to publish with that.'
              : 'What was decided and what was left open. It is shown with the ballot and the version, and everybody who could vote is told.'
          }
          refusal={refusal}
        >
          {(control) => <textarea {...control} maxLength={limits.note} defaultValue={typed?.statement ?? ''} />}
        </Field>
      ) : null}
      {mayOverride ? <OverrideFields requirements={requirements} refusal={refusal} typed={typed} /> : null}
      <DayFields review={typed?.review ?? review} expires={typed?.expires ?? ''} refusal={refusal} />
      <MomentChoice
        name="when"
        legend="When"
        label="Publish"
        choices={publishingChoices}
        usual="now"
        typed={typed ?? {}}
        refusal={refusal?.field === 'whenAt' ? refusal : undefined}
      />
      <button
        className="button button-primary"
        type="submit"
        disabled={!ready && !mayOverride}
        aria-describedby="publish-why"
      >
        Publish version {next}
      </button>
      <p className="muted" id="publish-why">
        {ready
          ? 'The text becomes the current version, at once or at the time you give; everything above is looked at again then. It cannot be undone; a later version can replace it.'
          : mayOverride
            ? 'Not yet, unless each line that is not met is overridden above, with a reason.'
            : `Not yet: ${unmet === 1 ? 'one requirement above is' : `${unmet} requirements above are`} not met.`}
      </p>
    </Form>
  )
}
