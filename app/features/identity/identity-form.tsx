import { Form } from '@remix-run/react'
import { heldQuestions } from '#domain/identity/questions.ts'
import type { IdentityPage } from '#server/views/identity-page.ts'

interface Props {
  page: IdentityPage
  /** What was answered before, by name of the input. */
  typed: Readonly<Record<string, string>>
}

/** The questions. Every one of them may stay open. */
export function IdentityForm({ page, typed }: Props) {
  return (
    <Form method="post" action="/identity" className="identity" autoComplete="off" id="questions">
      <input type="hidden" name="intent" value="answer" />
      <h2>Is it held as a bet?</h2>
      <div className="field">
        <label htmlFor="identity-about">The view you hold</label>
        <p className="field-hint">The name of a strategy, or any words you like. Only to have it before you.</p>
        <input type="text" id="identity-about" name="about" maxLength={120} defaultValue={typed.about ?? ''} />
      </div>
      {heldQuestions.map(({ id, question, bet, badge }, i) => (
        <fieldset key={id} className="question">
          <legend>
            {i + 1}. {question}
          </legend>
          <Choice name={id} value="bet" label={bet} chosen={typed[id]} />
          <Choice name={id} value="badge" label={badge} chosen={typed[id]} />
          <Choice name={id} value="unsure" label="I am not sure." chosen={typed[id]} />
        </fieldset>
      ))}
      <Worlds page={page} typed={typed} />
      <button type="submit" className="button button-primary">
        Show what my answers say
      </button>
    </Form>
  )
}

function Worlds({ page: { axes, topics }, typed }: Props) {
  return (
    <>
      <h2>Which strategies are near?</h2>
      <p className="why">
        Say what you would do and what you take to be so. Leave open what you have no view on: it is left out of every
        distance.
      </p>
      <div className="identity-axes">
        {axes.map(({ id, name, values }) => (
          <div className="field" key={id}>
            <label htmlFor={`identity-${id}`}>{name}</label>
            <select id={`identity-${id}`} name={id} defaultValue={typed[id] ?? ''}>
              <option value="">No view</option>
              {values.map((value) => (
                <option key={value.id} value={value.id}>
                  {value.name}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <h3>Assumptions that strategies rest on</h3>
      {topics.length === 0 ? <p className="muted">No strategy has said yet what it rests on.</p> : null}
      {topics.map(({ id, label, total, asked }) => (
        <details key={id} className="topic" open={asked.some(({ key }) => Boolean(typed[key]))}>
          <summary>
            {label} <span className="count">{total}</span>
          </summary>
          {asked.map(({ key, claim }) => (
            <fieldset key={key} className="belief">
              <legend>{claim}</legend>
              <Choice name={key} value="hold" label="I think so" chosen={typed[key]} />
              <Choice name={key} value="reject" label="I think not" chosen={typed[key]} />
              <Choice name={key} value="" label="No view" chosen={typed[key] ?? ''} />
            </fieldset>
          ))}
          {total > asked.length ? <p className="ui muted">{total - asked.length} more are not asked about.</p> : null}
        </details>
      ))}
    </>
  )
}

interface ChoiceProps {
  name: string
  value: string
  label: string
  chosen: string | undefined
}

function Choice({ name, value, label, chosen }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={name} value={value} defaultChecked={chosen === value} />
      <span>{label}</span>
    </label>
  )
}
