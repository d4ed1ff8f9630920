import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { textRules } from '#domain/ballots/rules/registry.ts'
import { shareWords } from '#domain/ballots/share.ts'

/** The rules on offer, each with its meaning and its parameters. */
export function RuleFields({ typed, refusal }: { typed: Record<string, string>; refusal: Refusal | undefined }) {
  const chosen = typed.rule ?? textRules[0]?.id
  return (
    <fieldset>
      <legend>Rule</legend>
      {refusal?.field === 'rule' ? <p className="field-error">{refusal.detail}</p> : null}
      {textRules.map((rule) => (
        <div key={rule.id} className="rule-choice">
          <label className="choice">
            <input type="radio" name="rule" value={rule.id} defaultChecked={chosen === rule.id} required />
            <span>
              <strong>{rule.label}</strong>
              <span className="field-hint">{rule.explain({})}</span>
            </span>
          </label>
          {rule.parameters.map((parameter) => {
            const name = `${parameter.id}-${rule.id}`
            return (
              <Field
                key={name}
                name={name}
                label={`${parameter.label}, in %`}
                hint={`${parameter.hint} Usually ${shareWords(parameter.usual)}; 66.67 is taken as two thirds.`}
                refusal={
                  chosen === rule.id && refusal?.field === 'parameters' ? { ...refusal, field: name } : undefined
                }
              >
                {(control) => (
                  <input
                    {...control}
                    type="text"
                    inputMode="decimal"
                    defaultValue={typed[name] ?? String(Math.round(parameter.usual * 10_000) / 100)}
                  />
                )}
              </Field>
            )
          })}
        </div>
      ))}
    </fieldset>
  )
}
