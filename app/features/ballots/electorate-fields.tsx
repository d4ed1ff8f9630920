import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { BallotOpening } from '#server/views/ballot-opening.ts'

interface ElectorateFieldsProps {
  voters: BallotOpening['voters']
  typed: Record<string, string>
  refusal: Refusal | undefined
}

/** Who may vote, and how many must. */
export function ElectorateFields({ voters, typed, refusal }: ElectorateFieldsProps) {
  const ticked = new Set((typed.electors ?? '').split(' '))
  const byShare = typed.quorumKind !== 'number'
  return (
    <>
      <fieldset>
        <legend>Who may vote</legend>
        <label className="choice">
          <input type="radio" name="electorate" value="members" defaultChecked={typed.electorate !== 'listed'} />
          <span>
            <strong>Members</strong>
            <span className="field-hint">All {voters.length} accounts from contributor up, as they are now.</span>
          </span>
        </label>
        <label className="choice">
          <input type="radio" name="electorate" value="listed" defaultChecked={typed.electorate === 'listed'} />
          <span>
            <strong>Only those listed here</strong>
            <span className="field-hint">Frozen when the ballot opens.</span>
          </span>
        </label>
        <details open={typed.electorate === 'listed'}>
          <summary>Choose accounts</summary>
          <div className="elector-list">
            {voters.map(({ actorId, name, role }) => (
              <label key={actorId} className="choice">
                <input type="checkbox" name="elector" value={actorId} defaultChecked={ticked.has(actorId)} />
                <span>
                  {name} <span className="muted">{role}</span>
                </span>
              </label>
            ))}
          </div>
        </details>
        <Field
          name="electorate"
          label="And by e-mail"
          hint="Separated by commas or lines. Used only with a list."
          refusal={refusal}
        >
          {(control) => <textarea {...control} name="emails" rows={2} defaultValue={typed.emails ?? ''} />}
        </Field>
      </fieldset>
      <fieldset>
        <legend>Quorum</legend>
        <p className="field-hint">Every paper counts to it, abstentions too. Below it nothing is decided.</p>
        <label className="choice">
          <input type="radio" name="quorumKind" value="share" defaultChecked={byShare} />
          <span>A share of the electorate, rounded up</span>
        </label>
        <label className="choice">
          <input type="radio" name="quorumKind" value="number" defaultChecked={!byShare} />
          <span>A number of papers</span>
        </label>
        <div className="form-row">
          <Field name="quorumShare" label="Share, in %" refusal={byShare ? asField(refusal, 'quorumShare') : undefined}>
            {(control) => (
              <input {...control} type="text" inputMode="decimal" defaultValue={typed.quorumShare ?? '50'} />
            )}
          </Field>
          <Field name="quorumNumber" label="Papers" refusal={byShare ? undefined : asField(refusal, 'quorumNumber')}>
            {(control) => (
              <input {...control} type="text" inputMode="numeric" defaultValue={typed.quorumNumber ?? ''} />
            )}
          </Field>
        </div>
      </fieldset>
    </>
  )
}

function asField(refusal: Refusal | undefined, field: string): Refusal | undefined {
  return refusal?.field === 'quorum' ? { ...refusal, field } : undefined
}
