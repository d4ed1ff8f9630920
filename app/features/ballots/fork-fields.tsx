import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { optionLimits, statusQuo } from '#domain/ballots/options.ts'
import type { ForkOpening } from '#server/views/fork-ballot.ts'

interface ForkFieldsProps {
  forks: ForkOpening['forks']
  typed: Record<string, string>
  refusal: Refusal | undefined
}

/** The drafts that stand against each other, each with the words by which voters know it. */
export function ForkFields({ forks, typed, refusal }: ForkFieldsProps) {
  return (
    <fieldset>
      <legend>Drafts, by ranked choice</legend>
      {refusal?.field === 'forks' || refusal?.field === 'options' ? (
        <p className="field-error">{refusal.detail}</p>
      ) : null}
      <p className="field-hint">
        Voters put them in an order, “{statusQuo.label}” among them. The one that is preferred to every other, and to
        leaving everything as it is, goes on to publication; the others are returned. On a tie nothing changes.
      </p>
      {forks.map(({ id, href, label, title }) => (
        <div key={id}>
          <Field name={`label-${id}`} label={`Called on the ballot: ${title || 'Untitled draft'}`} refusal={refusal}>
            {(control) => (
              <input
                {...control}
                type="text"
                required
                maxLength={optionLimits.label}
                defaultValue={typed[`label-${id}`] ?? label}
              />
            )}
          </Field>
          <p className="field-hint">
            <a href={href}>Read this draft</a>
          </p>
        </div>
      ))}
    </fieldset>
  )
}
