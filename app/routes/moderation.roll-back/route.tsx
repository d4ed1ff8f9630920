import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Comparison } from '#app/features/versions/comparison.tsx'
import { VersionFacts } from '#app/features/versions/version-facts.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { limits } from '#domain/text/limits.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Roll ${data.title} back` : 'Roll back'} · Folkmoot` },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const of = { place: asked.get('entry') ?? '', n: asked.get('n') ?? '' }
  return json(await signInFirst(request, context.services.rollBackPage(context.viewer, of)))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const place = typed.entry ?? ''
  const input = { place, n: Number(typed.n) || 0, current: Number(typed.current) || 0, reason: typed.reason ?? '' }
  return attempted(services.rollBackEntry(viewer, input), typed, () => redirect(`/${place}/history`))
}

export default function RollBackRoute() {
  const { title, place, path, current, next, withdrawn, version, fault, comparison } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { n } = version
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href="/moderation">Moderation</a> · <a href={path}>{title}</a> · <a href={`${path}/history`}>History</a>
      </p>
      <h1>
        Roll “{title}” back to version {n}
      </h1>
      <p>
        Version {next} will say what version {n} said, with its authors and what it declares
        {withdrawn ? ', and the entry will be in the atlas again' : ''}. No version is taken out of the history, and the
        act stands in the record. No ballot decides it: use it where the current version should not stand until one can.
      </p>
      <VersionFacts version={version} />
      {fault ? (
        <div className="notice notice-warn" role="note">
          <p>
            {fault} <a href={`${path}/history`}>Choose another version</a>
          </p>
        </div>
      ) : (
        <Form method="post">
          <input type="hidden" name="entry" value={place} />
          <input type="hidden" name="n" value={n} />
          <input type="hidden" name="current" value={current} />
          <FormRefusal refusal={answer?.refusal} />
          <Field
            name="reason"
            label="Reason"
            hint="Everybody can read it in the history. Say what is wrong with the current version, not who."
            refusal={answer?.refusal}
          >
            {(field) => (
              <textarea
                {...field}
                rows={4}
                required
                maxLength={limits.note}
                defaultValue={answer?.typed.reason ?? ''}
              />
            )}
          </Field>
          <p className="actions">
            <button type="submit" className="button button-danger">
              Make version {n} current again
            </button>
            <a className="button" href={`${path}/history`}>
              Leave it as it is
            </a>
          </p>
        </Form>
      )}
      <h2>{withdrawn ? 'What comes back' : `What changes from version ${current}`}</h2>
      <Comparison comparison={comparison} />
    </div>
  )
}
