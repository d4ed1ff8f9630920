import type { ReactNode } from 'react'
import { Field } from '#app/components/field.tsx'
import { closingChoices } from '#app/features/ballots/read-moment.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'
import { reportRuleWords } from '#domain/ballots/question.ts'
import { reportBallotFloors } from '#domain/signals/report-ballot.ts'

/** Opens the ballot about a report. For facilitators and moderators. */
export function SignalBallotForm({ reportId, answer }: { reportId: string; answer: Answer | undefined }) {
  return (
    <UnfoldForm summary="Open the ballot about this report" hidden={{ intent: 'ballot', reportId }} answer={answer}>
      {({ refusal, typed }) => (
        <>
          <p>
            All members may vote. Results are hidden until it closes. The ballot alone decides whether the signal
            landed.
          </p>
          <fieldset>
            <legend>Rule</legend>
            <Choice name="rule" value="simple-majority" typed={typed} first>
              <strong>Simple majority.</strong> {reportRuleWords('simple-majority', null)}
            </Choice>
            <Choice name="rule" value="supermajority" typed={typed}>
              <strong>Two thirds.</strong> {reportRuleWords('supermajority', 'two thirds')}
            </Choice>
          </fieldset>
          <div className="form-row">
            <Field name="quorum" label="Quorum, in % of the members, 25 at least" refusal={refusal}>
              {(control) => <input {...control} type="text" inputMode="decimal" defaultValue={typed.quorum ?? '50'} />}
            </Field>
            <Field name="closesAt" label="It closes by itself" refusal={refusal}>
              {(control) => (
                <select {...control} defaultValue={typed.closesAt ?? '1w'}>
                  {closingChoices.filter(lasts).map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <fieldset>
            <legend>Names</legend>
            <Choice name="names" value="shown" typed={typed} first>
              Shown: after closing, members see who cast which paper.
            </Choice>
            <Choice name="names" value="hidden" typed={typed}>
              Hidden for ever.
            </Choice>
          </fieldset>
          <button type="submit" className="button button-primary">
            Open the ballot
          </button>
        </>
      )}
    </UnfoldForm>
  )
}

function lasts({ span }: { span: number }): boolean {
  return span >= reportBallotFloors.openFor
}

interface ChoiceProps {
  name: string
  value: string
  typed: Record<string, string>
  first?: boolean
  children: ReactNode
}

function Choice({ name, value, typed, first = false, children }: ChoiceProps) {
  return (
    <label className="choice">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={typed[name] === undefined ? first : typed[name] === value}
      />
      <span>{children}</span>
    </label>
  )
}
