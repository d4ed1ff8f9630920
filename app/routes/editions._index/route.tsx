import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import { EditionForm } from '#app/features/editions/edition-form.tsx'
import { attempted, loaded, textFields } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [
  { title: 'Editions · Folkmoot' },
  { name: 'description', content: 'The whole atlas, frozen at a date, to be cited.' },
]

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await loaded(context.services.editionsPage(context.viewer)))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const input = { name: typed.name ?? '', note: typed.note ?? '' }
  return attempted(services.publishEdition(viewer, input), typed, ({ name }) => redirect(`/editions/${name}`))
}

export default function EditionsRoute() {
  const { editions, suggested } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>Editions</h1>
        <p className="why">
          An edition holds the version of every entry that was current on its day. It never changes, so that it can be
          cited as a whole; the pages of the atlas go on.
        </p>
      </div>
      {editions.length === 0 ? (
        <p className="nothing-yet">
          There is no edition yet. A moderator makes one when the atlas, as it stands, should be citable as a whole.
          Each entry can be cited by its version until then.
        </p>
      ) : (
        <ol className="list-plain">
          {editions.map(({ name, note, at, entries, inForce, shortHash }) => (
            <li key={name} className="strategy-row">
              <h2>
                <a href={`/editions/${name}`}>Edition {name}</a>{' '}
                {inForce ? <span className="state state-ok">● In force</span> : null}
              </h2>
              <p className="as-written">{note}</p>
              <p className="counters">
                <Time at={at} only="date" /> <span>{entries === 1 ? '1 entry' : `${entries} entries`}</span>{' '}
                <span className="code">{shortHash}</span>
              </p>
            </li>
          ))}
        </ol>
      )}
      {suggested === null ? null : (
        <EditionForm suggested={suggested} refusal={answer?.refusal} typed={answer?.typed} />
      )}
    </div>
  )
}
