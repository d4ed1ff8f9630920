import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { DraftMoment } from '#server/views/draft-moment.ts'

interface MomentSideProps {
  page: DraftMoment
  refusal: Refusal | undefined
  typed: Partial<Record<string, string>>
}

/** What may be done with a moment: restore it, or give it a name. */
export function MomentSide({ page: { draft, moment, same, nowHash, rights }, refusal, typed }: MomentSideProps) {
  const restoring = typed.intent !== 'name'
  return (
    <aside className="side" aria-label="About this moment">
      <section className="card">
        <h2>Restore</h2>
        {restoring ? <FormRefusal refusal={refusal} /> : null}
        {same ? (
          <p>The draft says this now. There is nothing to restore.</p>
        ) : rights.write ? (
          <>
            <p>
              The draft will say this again, as a new change by you. Everything in between stays in the history.{' '}
              <a href={`/drafts/${draft.id}/compare/now...${moment.address}`}>See what restoring would change</a>
            </p>
            <Form method="post">
              <input type="hidden" name="intent" value="restore" />
              <input type="hidden" name="seen" value={nowHash} />
              <button className="button button-primary" type="submit">
                Restore this moment
              </button>
            </Form>
          </>
        ) : (
          <p>Whoever may write this draft may restore it.</p>
        )}
      </section>
      {rights.write ? (
        <section className="card">
          <h2>Name</h2>
          <Form method="post">
            <input type="hidden" name="intent" value="name" />
            <Field
              name="name"
              label="Name of this moment"
              hint="Such as “before the workshop”. It is listed in the history."
              refusal={restoring ? undefined : refusal}
            >
              {(control) => (
                <input {...control} type="text" autoComplete="off" defaultValue={restoring ? '' : (typed.name ?? '')} />
              )}
            </Field>
            <button className="button" type="submit">
              Name it
            </button>
          </Form>
        </section>
      ) : null}
    </aside>
  )
}
