import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { longestEditionName } from '#domain/publishing/editions.ts'
import { limits } from '#domain/text/limits.ts'

interface Props {
  /** The name of this quarter, or the next one that is free. */
  suggested: string
  refusal: Refusal | undefined
  typed: Record<string, string> | undefined
}

/** Freezes the atlas as it stands; for moderators. */
export function EditionForm({ suggested, refusal, typed }: Props) {
  return (
    <section className="card" aria-labelledby="new-edition" id="new">
      <h2 id="new-edition">Make an edition of today</h2>
      <Form method="post" replace>
        <FormRefusal refusal={refusal} />
        <Field
          name="name"
          label="Name"
          hint="Year and number, as in 2026.4; after a dash, if you like, a few words in small letters. It becomes its address."
          refusal={refusal}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              required
              maxLength={longestEditionName}
              defaultValue={typed?.name ?? suggested}
            />
          )}
        </Field>
        <Field
          name="note"
          label="What this edition is"
          hint="In a sentence or two, for those who cite it. It stands for good."
          refusal={refusal}
        >
          {(control) => <textarea {...control} required maxLength={limits.note} defaultValue={typed?.note ?? ''} />}
        </Field>
        <button className="button button-primary" type="submit" aria-describedby="edition-why">
          Freeze this edition
        </button>
        <p className="muted" id="edition-why">
          Every current version goes in; entries that are withdrawn do not. It cannot be changed or taken back.
        </p>
      </Form>
    </section>
  )
}
