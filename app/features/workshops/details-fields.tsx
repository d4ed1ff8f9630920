import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { fewestTables, largestTable, mostTables, smallestTable } from '#domain/workshops/tables.ts'
import type { LinkableDraft } from '#server/views/workshop-pages.ts'

const numbers = Array.from({ length: mostTables - fewestTables + 1 }, (_, i) => fewestTables + i)

interface DetailsFieldsProps {
  typed: Record<string, string>
  drafts: readonly LinkableDraft[]
  /** Ids of those chosen. */
  chosen: readonly string[]
  refusal: Refusal | undefined
  /** Its day and its drafts stay as they are. */
  begun?: boolean
}

/** What a workshop is, when, and over which drafts. */
export function DetailsFields({ typed, drafts, chosen, refusal, begun = false }: DetailsFieldsProps) {
  return (
    <>
      <Field name="title" label="Title" refusal={refusal}>
        {(control) => <input {...control} type="text" defaultValue={typed.title ?? ''} maxLength={200} required />}
      </Field>
      <Field name="purpose" label="What it is for" hint="What should be there at the end." refusal={refusal}>
        {(control) => <textarea {...control} defaultValue={typed.purpose ?? ''} rows={3} required />}
      </Field>
      <div className="form-row">
        <Field name="startsAt" label="Begins" refusal={refusal}>
          {(control) => (
            <input {...control} type="datetime-local" defaultValue={typed.startsAt ?? ''} readOnly={begun} required />
          )}
        </Field>
        <Field name="zone" label="In the time zone" hint="As in Europe/Lisbon, or UTC." refusal={refusal}>
          {(control) => <input {...control} type="text" defaultValue={typed.zone ?? 'UTC'} readOnly={begun} required />}
        </Field>
      </div>
      <div className="form-row">
        <Field name="guests" label="Guests without an account" refusal={refusal}>
          {(control) => (
            <select {...control} defaultValue={typed.guests ?? 'welcome'}>
              <option value="welcome">Join with the code and a name</option>
              <option value="approve">Wait until a facilitator lets them in</option>
              <option value="refused">Do not join</option>
            </select>
          )}
        </Field>
        <Field name="capacity" label="How many people fit" refusal={refusal}>
          {(control) => <input {...control} type="number" min={2} max={500} defaultValue={typed.capacity ?? '60'} />}
        </Field>
      </div>
      <Field
        name="tables"
        label="Tables"
        hint="The room can split into them; each works on its own version of the first draft."
        refusal={refusal}
      >
        {(control) => (
          <select {...control} defaultValue={typed.tables ?? 'by-size'}>
            <option value="none">None</option>
            <option value="by-size">
              By size, {smallestTable} to {largestTable} at each
            </option>
            {numbers.map((n) => (
              <option key={n} value={n}>
                {n} tables
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset disabled={begun} aria-describedby="drafts-note">
        <legend>Drafts it works on</legend>
        <p className="field-hint" id="drafts-note">
          Whoever is in the room sees them, guests too. The hearing is held in the first one.
        </p>
        {drafts.length === 0 ? (
          <p>
            There is no draft that you may write. <a href="/drafts/new">Propose one</a>, or ask the owner of one to
            invite you as a writer.
          </p>
        ) : null}
        {drafts.map(({ id, title, kind }) => (
          <label className="choice" key={id}>
            <input type="checkbox" name="draftIds" value={id} defaultChecked={chosen.includes(id)} />
            <span>
              {title} <span className="muted">({kind})</span>
            </span>
          </label>
        ))}
        {refusal?.field === 'draftIds' ? <p className="field-error">{refusal.detail}</p> : null}
      </fieldset>
    </>
  )
}
