import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import type { BallotAnswer } from '#app/features/ballots/vote-panel.tsx'
import { refusedOf } from '#app/features/ballots/vote-panel.tsx'
import { limits } from '#domain/text/limits.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** What a moderator says that a closed ballot decided, and the form for it where the viewer may write it. */
export function OutcomeStatement({ page, answer }: { page: BallotPage; answer: BallotAnswer | undefined }) {
  const { statement, outcomeBy } = page
  if (page.state !== 'closed') return null
  return (
    <section aria-labelledby="statement">
      <h2 id="statement">Outcome statement</h2>
      {statement === null ? (
        <p className="muted">
          Not written yet. A moderator says in words what was decided and what was left open
          {page.closer === 'uninvolved' ? ', one who neither wrote nor voted on it' : ''}.
        </p>
      ) : (
        <div className="card">
          <p className="as-written">{statement.words}</p>
          {statement.by ? (
            <p className="muted">
              {statement.by}, <Time at={statement.at} />
              {statement.wordings > 1 ? `; worded ${statement.wordings} times, the record keeps each` : ''}
            </p>
          ) : null}
        </div>
      )}
      {outcomeBy.may ? <StatementForm page={page} answer={answer} /> : null}
      {outcomeBy.whyNot ? <p className="why">{outcomeBy.whyNot}</p> : null}
    </section>
  )
}

function StatementForm({ page, answer }: { page: BallotPage; answer: BallotAnswer | undefined }) {
  const refused = refusedOf(answer, 'state-outcome')
  const { statement } = page
  const form = (
    <Form method="post" action="#statement">
      <FormRefusal refusal={refused?.refusal.field ? undefined : refused?.refusal} />
      <input type="hidden" name="before" value={statement?.mark ?? ''} />
      <Field
        name="statement"
        label={statement ? 'Word it anew' : 'What was decided, and what was left open'}
        hint="Say it for those whose side lost too: what decided it, what became of their reasons, what follows. Everybody who could vote is told."
        refusal={refused?.refusal}
      >
        {(control) => (
          <textarea
            {...control}
            rows={5}
            required
            maxLength={limits.note}
            defaultValue={refused?.typed.statement ?? statement?.words ?? ''}
          />
        )}
      </Field>
      <button className="button button-primary" type="submit" name="intent" value="state-outcome">
        {statement ? 'Reword the statement' : 'Write the statement'}
      </button>
    </Form>
  )
  if (!statement) return form
  return (
    <details open={refused !== undefined}>
      <summary>Word it anew</summary>
      {form}
    </details>
  )
}
