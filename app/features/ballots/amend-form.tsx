import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { MomentChoice } from '#app/features/ballots/moment-choice.tsx'
import { MovedOn } from '#app/features/ballots/moved-on.tsx'
import { amendChoices } from '#app/features/ballots/read-moment.ts'
import { useSeen } from '#app/features/live/use-seen.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Comparison } from '#app/features/versions/comparison.tsx'
import { amendmentChanges, amendmentWords } from '#domain/ballots/amendment.ts'
import { differingParts } from '#domain/ballots/freshness.ts'
import type { Amending } from '#server/views/ballot-amendments.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

interface AmendFormProps {
  page: BallotPage
  amending: Amending
  answer: Answer | undefined
}

/** For the draft's owner and moderators: puts what the draft says now under vote. */
export function AmendForm({ page, amending, answer }: AmendFormProps) {
  const refused = answerTo(answer, { intent: 'amend' })
  const { seen, before, held, hold } = useSeen(amending, 'amend', refused !== undefined)
  const { draftId, parts } = seen
  const changed = before && refused ? differingParts(before.hashes, seen.hashes) : []
  return (
    <section aria-labelledby="amend">
      <h2 id="amend">Change the text under vote</h2>
      {parts.length === 0 ? (
        <>
          <FormRefusal refusal={refused?.refusal} />
          <p className="muted">
            The <a href={`/drafts/${draftId}`}>draft</a> says the same as the text under vote. To change what is voted
            on, change the draft first, then come back here.
          </p>
        </>
      ) : (
        <details
          open={refused !== undefined}
          onToggle={({ currentTarget }) => (currentTarget.open && !held ? hold() : undefined)}
        >
          <summary>
            The draft differs from what is being voted on in {parts.length === 1 ? '1 part' : `${parts.length} parts`}:{' '}
            {parts.join(', ')}
          </summary>
          {seen.contentHash === amending.contentHash ? null : (
            <MovedOn what="Somebody wrote on in the draft." show={hold} />
          )}
          <Comparison comparison={seen.comparison} />
          {changed.length > 0 ? (
            <p className="notice notice-warn">Written since you began to look: {changed.join(', ')}.</p>
          ) : null}
          <Fields page={page} amending={seen} refused={refused} />
        </details>
      )}
    </section>
  )
}

interface FieldsProps extends Omit<AmendFormProps, 'answer'> {
  refused: Answer | undefined
}

function Fields({ page, amending, refused }: FieldsProps) {
  const refusal = refused?.refusal
  const typed = refused?.typed ?? {}
  return (
    <Form method="post">
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <input type="hidden" name="contentHash" value={amending.contentHash} />
      <fieldset>
        <legend>What kind of change it is</legend>
        {refusal?.field === 'change' ? (
          <p className="field-error" role="alert">
            {refusal.detail}
          </p>
        ) : null}
        {amendmentChanges.map((change) => (
          <label key={change} className="choice ui">
            <input
              type="radio"
              name="change"
              value={change}
              defaultChecked={(typed.change ?? 'material') === change}
              required
            />
            <span>
              <strong>{amendmentWords[change].label}</strong>
              <span className="field-hint">{amendmentWords[change].meaning}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field
        name="note"
        label="What was changed, and why"
        hint="Everyone sees it, and those who voted read it first."
        refusal={refusal}
      >
        {(control) => <textarea {...control} rows={3} defaultValue={typed.note ?? ''} required />}
      </Field>
      {amending.mustMoveTo === null ? null : (
        <p className="notice notice-warn">
          Little time is left, and those who are asked again need some. Let the ballot close later:{' '}
          <Time at={amending.mustMoveTo} /> or after.
        </p>
      )}
      <MomentChoice
        name="closes"
        legend="Closing time"
        label="Closing time"
        choices={amendChoices}
        usual={amending.mustMoveTo === null ? 'stays' : '1d'}
        typed={typed}
        refusal={refusal}
      />
      {/* A press counts from the closing time that its reader saw. */}
      <input type="hidden" name="from" value={page.closesAt} />
      <button className="button button-primary" type="submit" name="intent" value="amend">
        Put the changed text under vote
      </button>
    </Form>
  )
}
