import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { AppealView, Decision } from '#app/features/moderation/case-decision.tsx'
import { CaseHeading } from '#app/features/moderation/case-heading.tsx'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { limits } from '#domain/text/limits.ts'

export const meta: MetaFunction = () => [{ title: 'A decision about what you wrote · Folkmoot' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.ownCasePage(context.viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const caseId = params.id ?? ''
  const appeal = context.services.appealDecision(context.viewer, { caseId, text: typed.text })
  return attempted(appeal, typed, () => redirect(`/cases/${caseId}`))
}

export default function OwnCaseRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href="/cases">Decisions about what you wrote</a>
      </p>
      <CaseHeading page={page} />
      <div className="case-thing">
        <PlainText text={page.text || 'Nothing is left of it.'} />
      </div>
      <Decision decided={page.decided} />
      {page.appeal ? <AppealView appeal={page.appeal} /> : null}
      {page.mayAppeal ? (
        <Form method="post" className="card">
          <h2>Appeal</h2>
          <input type="hidden" name="intent" value="appeal" />
          <p className="ui muted">
            Another moderator decides, and may undo it. You can appeal once, until <Time at={page.appealUntil} />.
          </p>
          <FormRefusal refusal={answer?.refusal.field ? undefined : answer?.refusal} />
          <Field name="text" label="Why the decision is wrong" refusal={answer?.refusal}>
            {(control) => (
              <textarea
                {...control}
                rows={5}
                required
                maxLength={limits.note}
                defaultValue={answer?.typed.text ?? ''}
              />
            )}
          </Field>
          <button type="submit" className="button button-primary">
            Appeal
          </button>
        </Form>
      ) : (
        <FormRefusal refusal={answer?.refusal} />
      )}
    </div>
  )
}
