import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TierGrid } from '#app/features/reading/tier-grid.tsx'
import { loaded } from '#app/http/refusals.ts'
import type { PersonRow } from '#server/views/people-pages.ts'
import '#app/styles/reading.css'
import '#app/styles/lists.css'

export const meta: MetaFunction = () => [{ title: 'People · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const strategy = new URL(request.url).searchParams.get('strategy') ?? ''
  return json(await loaded(context.services.peopleList(context.viewer, strategy)))
}

export default function People() {
  const { total, on, profiled, others, grid, recognition } = useLoaderData<typeof loader>()
  const shown = profiled.length + others.length
  return (
    <div className="page">
      <div className="page-head">
        <h1>People</h1>
        <p className="why">
          People with a sourced position on a strategy. A tier describes what somebody is known for; it is no rank of
          who is right.
        </p>
        {on ? (
          <p className="ui">
            {shown} of {total} people, on <a href={`/strategies/${on.slug}#people`}>{on.title}</a> ·{' '}
            <a href="/people">Show everybody</a>
          </p>
        ) : (
          <p className="ui">
            {total} people, {profiled.length} profiled
          </p>
        )}
      </div>
      <h2>
        Profiled<span className="count">{profiled.length}</span>
      </h2>
      <TierGrid grid={grid} recognition={recognition} />
      <PersonRows people={profiled} />
      <h2>
        Not profiled yet<span className="count">{others.length}</span>
      </h2>
      <PersonRows people={others} />
    </div>
  )
}

function PersonRows({ people }: { people: readonly PersonRow[] }) {
  return (
    <ul className="people people-wide">
      {people.map(({ slug, name, role, expertise, recognition, strategies }) => (
        <li key={slug}>
          <a href={`/people/${slug}`}>{name}</a>
          <span className="people-line">{role}</span>
          {expertise && recognition ? (
            <span className="people-line people-tier">
              {expertise} · {recognition}
            </span>
          ) : null}
          <span className="people-line">
            {strategies} {strategies === 1 ? 'position' : 'positions'}
          </span>
        </li>
      ))}
    </ul>
  )
}
