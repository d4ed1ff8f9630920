import type { ReactNode } from 'react'
import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { optionLimits, statusQuo } from '#domain/ballots/options.ts'
import { optionsRules, textRules } from '#domain/ballots/rules/registry.ts'
import type { Rule } from '#domain/ballots/rules/rule.ts'
import { shareWords } from '#domain/ballots/share.ts'

interface RuleFieldsProps {
  typed: Record<string, string>
  refusal: Refusal | undefined
  /** Whether a text is decided about; without one there is only a choice between options. */
  hasText: boolean
  /** Whether options may be named; not so for a preset, which is about a text. */
  hasOptions?: boolean
}

/** The rules on offer, each with its meaning and its parameters; those between options with the options. */
export function RuleFields({ typed, refusal, hasText, hasOptions = true }: RuleFieldsProps) {
  const chosen = typed.rule ?? (hasText ? textRules : optionsRules)[0]?.id
  const one = (rule: Rule) => <RuleChoice key={rule.id} rule={rule} chosen={chosen} typed={typed} refusal={refusal} />
  return (
    <fieldset>
      <legend>Rule</legend>
      {refusal?.field === 'rule' ? <p className="field-error">{refusal.detail}</p> : null}
      {hasText ? <Group title="About the text as it is frozen">{textRules.map(one)}</Group> : null}
      {hasOptions ? (
        <Group title="Between options that you name">
          {optionsRules.map(one)}
          <div className="options-field">
            <Field
              name="options"
              label="Options, one a line"
              hint={`From ${optionLimits.least} to ${optionLimits.most}. “${statusQuo.label}” is always one more, and what holds on a tie.`}
              refusal={refusal}
            >
              {(control) => <textarea {...control} rows={4} defaultValue={typed.options ?? ''} />}
            </Field>
          </div>
        </Group>
      ) : null}
    </fieldset>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="rule-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

interface RuleChoiceProps extends Omit<RuleFieldsProps, 'hasText' | 'hasOptions'> {
  rule: Rule
  chosen: string | undefined
}

function RuleChoice({ rule, chosen, typed, refusal }: RuleChoiceProps) {
  return (
    <div className="rule-choice">
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
            refusal={chosen === rule.id && refusal?.field === 'parameters' ? { ...refusal, field: name } : undefined}
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
  )
}
