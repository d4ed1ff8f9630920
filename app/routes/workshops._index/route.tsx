import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HelpLink } from '#app/components/help-link.tsx'
import { ZonedTime } from '#app/components/time.tsx'
import { stateWords } from '#app/features/workshops/state-words.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Workshops · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.workshopsPage(context.viewer)))
}

export default function WorkshopsRoute() {
  const { workshops, mayCreate } = useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <div className="head-with-help">
          <h1>Workshops</h1>
          <HelpLink article="lead-a-workshop" about="leading a workshop" />
        </div>
        <p className="why">
          Live meetings in which a room writes, argues and votes together. What comes out is in the drafts already.
        </p>
      </div>
      {mayCreate ? (
        <p className="actions">
          <a className="button button-primary" href="/workshops/new">
            New workshop
          </a>
        </p>
      ) : null}
      {workshops.length === 0 ? <p className="nothing-yet">No workshop is planned.</p> : null}
      <ol className="list-plain">
        {workshops.map(({ id, title, state, startsAt, zone, lead, minutes }) => (
          <li key={id} className="strategy-row">
            <h2>
              <a href={`/workshops/${id}`}>{title}</a>
            </h2>
            <p className="counters">
              <span className={state === 'live' ? 'state state-ok' : 'state'}>{stateWords[state]}</span>{' '}
              <ZonedTime at={startsAt} zone={zone} /> <span>{minutes} minutes</span> <span>led by {lead}</span>
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}
