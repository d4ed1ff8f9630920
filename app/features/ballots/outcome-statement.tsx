import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { useSeen } from '#app/features/live/use-seen.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { limits } from '#domain/text/limits.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** What a moderator says that a closed ballot decided, and the form for it where the viewer may write it. */
export function OutcomeStatement({ page, answer }: { page: BallotPage; answer: Answer | undefined }) {
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

function StatementForm({ page, answer }: { page: BallotPage; answer: Answer | undefined }) {
  const refused = answerTo(answer, { intent: 'state-outcome' })
  // From the first letter typed it answers the wording that stood here then, whatever others write meanwhile.
  const { seen, held, hold } = useSeen(page.statement, 'state-outcome', refused !== undefined)
  const mark = seen?.mark ?? ''
  const form = (
    <Form method="post" action="#statement" key={mark} onInput={() => (held ? undefined : hold())}>
      <FormRefusal refusal={refused?.refusal.field ? undefined : refused?.refusal} />
      {mark === (page.statement?.mark ?? '') ? null : (
        <p className="notice notice-warn" role="status">
          Somebody has worded the outcome since you began; it stands above. Yours does not take its place unread: sent
          now, it comes back once, with your words.
        </p>
      )}
      <input type="hidden" name="before" value={mark} />
      <Field
        name="statement"
        label={seen ? 'Word it anew' : 'What was decided, and what was left open'}
        hint="Say it for those whose side lost too: what decided it, what became of their reasons, what follows. Everybody who could vote is told."
        refusal={refused?.refusal}
      >
        {(control) => (
          <textarea
            {...control}
            rows={5}
            required
            maxLength={limits.note}
            defaultValue={refused?.typed.statement ?? seen?.words ?? ''}
          />
        )}
      </Field>
      <button className="button button-primary" type="submit" name="intent" value="state-outcome">
        {seen ? 'Reword the statement' : 'Write the statement'}
      </button>
    </Form>
  )
  if (!seen) return form
  return (
    <details open={refused !== undefined}>
      <summary>Word it anew</summary>
      {form}
    </details>
  )
}
