import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { flagReasons, flagReasonWords, thingKindWords } from '#domain/moderation/words.ts'
import { limits } from '#domain/text/limits.ts'
import type { FlagPage } from '#server/views/flag-page.ts'

export const meta: MetaFunction = () => [{ title: 'Flag for the moderators · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const page = await signInFirst(request, context.services.flagPage(context.viewer, query.get('thing') ?? ''))
  return json(page)
}

export async function action({ context, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const { thing = '', reason = '', words = '' } = typed
  const flag = context.services.flagThing(context.viewer, { thing, reason, words })
  return attempted(flag, typed, () => redirect(`/flag?thing=${encodeURIComponent(thing)}`))
}

export default function FlagRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isCorrection = page.kind === 'person'
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        {thingKindWords[page.kind]} in <a href={page.href}>{page.title}</a>
      </p>
      <h1>{isCorrection ? 'Ask for a correction' : 'Flag for the moderators'}</h1>
      <div className="case-thing">
        <PlainText text={page.text || 'It has no words of its own.'} />
      </div>
      {page.flagged ? (
        <p className="notice" role="status">
          {isCorrection ? 'You asked for a correction' : 'You flagged this'}, and the moderators see it.{' '}
          <a href={page.href}>Back to where it stands</a>
        </p>
      ) : (
        <FlagForm page={page} answer={answer} />
      )}
    </div>
  )
}

function FlagForm({ page, answer }: { page: FlagPage; answer: Answer | undefined }) {
  const { refusal, typed } = answer ?? {}
  const reasonRefused = refusal?.field === 'reason' ? refusal.detail : null
  return (
    <>
      <p>
        {page.kind === 'person'
          ? 'For whoever stands on record here, and everybody who can show that something is wrong. A moderator answers, and you are told.'
          : 'A moderator who had no part in it decides. Nobody but the moderators sees who flagged. A reason you only disagree with is better answered in the argument.'}
      </p>
      <p className="policy">{page.policy}</p>
      <Form method="post">
        <input type="hidden" name="thing" value={page.thing} />
        <FormRefusal refusal={refusal?.field ? undefined : refusal} />
        <fieldset>
          <legend>What is wrong with it</legend>
          {flagReasons.map((reason) => (
            <label key={reason} className="choice">
              <input type="radio" name="reason" value={reason} required defaultChecked={typed?.reason === reason} />
              <span>{flagReasonWords[reason]}</span>
            </label>
          ))}
          {reasonRefused ? <p className="field-error">{reasonRefused}</p> : null}
        </fieldset>
        <Field
          name="words"
          label="In your own words"
          hint={
            page.kind === 'person'
              ? 'What is wrong, what would be right, and where that can be read.'
              : 'What a moderator should look at. Needed only for something else.'
          }
          refusal={refusal}
        >
          {(control) => <textarea {...control} rows={3} maxLength={limits.note} defaultValue={typed?.words ?? ''} />}
        </Field>
        <p className="actions">
          <button type="submit" className="button button-primary">
            {page.kind === 'person' ? 'Ask for it' : 'Flag it'}
          </button>
          <a className="button" href={page.href}>
            Back
          </a>
        </p>
      </Form>
    </>
  )
}
