import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { closingChoices, lastCallChoices } from '#app/features/ballots/read-moment.ts'
import { RuleFields } from '#app/features/ballots/rule-fields.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { limits } from '#domain/text/limits.ts'

interface PresetFormProps {
  /** Null for a new one. */
  preset: { id: string; name: string; byBallot: boolean; archived: boolean; revision: number } | null
  typed: Record<string, string>
  refusal: Refusal | undefined
}

/** For admins: makes a way of deciding, or changes one. */
export function PresetForm({ preset, typed, refusal }: PresetFormProps) {
  const select = (name: string, label: string, choices: readonly { id: string; label: string }[], usual: string) => (
    <Field name={name} label={label} refusal={refusal}>
      {(control) => (
        <select {...control} defaultValue={typed[name] ?? usual}>
          {choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  const tick = (name: string, value: string, label: string) => (
    <label className="choice">
      <input type="checkbox" name={name} value={value} defaultChecked={typed[name] === value} />
      <span>{label}</span>
    </label>
  )
  const shows = { id: 'shown', label: 'Shown after closing' }
  return (
    <Form method="post" className="ballot-opening" aria-labelledby="edit">
      <h2 id="edit">{preset ? `Change “${preset.name}”` : 'Make a way of deciding'}</h2>
      <FormRefusal refusal={refusal} />
      <input type="hidden" name="id" value={preset?.id ?? ''} />
      <input type="hidden" name="revision" value={preset?.revision ?? ''} />
      <Field name="name" label="Name" refusal={refusal}>
        {(control) => <input {...control} type="text" required maxLength={limits.name} defaultValue={typed.name} />}
      </Field>
      <Field name="words" label="What it is for, and who decides like that" refusal={refusal}>
        {(control) => (
          <textarea {...control} rows={4} required maxLength={limits.headerField} defaultValue={typed.words} />
        )}
      </Field>
      <RuleFields typed={typed} refusal={refusal} hasText hasOptions={false} />
      <Field name="quorum" label="Quorum" hint="A share, as in 50 %, or a number of papers, as in 5." refusal={refusal}>
        {(control) => <input {...control} type="text" required defaultValue={typed.quorum ?? '50 %'} />}
      </Field>
      {select(
        'openFor',
        'Open for',
        closingChoices.map(({ id, label }) => ({ id, label: label.replace('In ', '') })),
        '1w',
      )}
      {select('lastCall', 'Last call', lastCallChoices, 'none')}
      {tick('lastCallRestarts', 'yes', 'A new objection begins the last call anew, three times at most')}
      {select('names', 'Names', [shows, { id: 'hidden', label: 'Hidden for ever' }], 'shown')}
      {select(
        'results',
        'Results',
        [
          { id: 'hidden', label: 'Hidden until it closes' },
          { id: 'public', label: 'Public while it is open' },
        ],
        'hidden',
      )}
      {tick('closer', 'uninvolved', 'Only a moderator who had no part in it says what follows, and publishes')}
      {tick('secondModerator', 'yes', 'A second moderator agrees before publication')}
      {tick('byBallot', 'yes', 'Change it only where an adopted ballot says so, also for admins')}
      {preset?.byBallot ? (
        <Field
          name="ballot"
          label="Ballot that adopted the change"
          hint="Its address. It must have adopted something, and have closed after the last change."
          refusal={refusal}
        >
          {(control) => <input {...control} type="text" required defaultValue={typed.ballot ?? ''} />}
        </Field>
      ) : null}
      <div className="actions">
        <button className="button button-primary" type="submit" name="intent" value="save-preset">
          {preset ? 'Change it' : 'Make it'}
        </button>
        {preset && !preset.archived ? (
          <button className="button" type="submit" name="intent" value="archive-preset" formNoValidate>
            Take it out of the choice
          </button>
        ) : null}
        {preset?.archived ? (
          <button className="button" type="submit" name="intent" value="restore-preset" formNoValidate>
            Offer it again
          </button>
        ) : null}
        <a className="button" href="/ballots/presets">
          Back
        </a>
      </div>
    </Form>
  )
}
