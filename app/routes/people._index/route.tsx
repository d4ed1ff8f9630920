import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PeopleFilter } from '#app/features/people/people-filter.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { Pager } from '#app/features/reading/pager.tsx'
import { loaded } from '#app/http/refusals.ts'
import type { PersonRow } from '#server/views/people-pages.ts'

export const meta: MetaFunction = () => [{ title: 'People · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.peopleList(context.viewer, new URL(request.url).search)))
}

export default function People() {
  const list = useLoaderData<typeof loader>()
  const { all, total, on, counts, profiled, others, dropped } = list
  return (
    <div className="page">
      <div className="page-head">
        <h1>People</h1>
        <p className="why">
          People with a sourced position on a strategy. A tier describes what somebody is known for; it is no rank of
          who is right.
        </p>
        <p className="ui">
          <a href={on ? `/board?strategy=${on.slug}` : '/board'}>Board: expertise against recognition</a>
        </p>
      </div>
      <DroppedFilters dropped={dropped} />
      <PeopleFilter list={list} />
      <p className="ui" role="status">
        <strong>{total}</strong> of {all} people, {counts.profiled} profiled
        {on ? (
          <>
            , on <a href={`/strategies/${on.slug}#people`}>{on.title}</a>
          </>
        ) : null}
      </p>
      {total === 0 ? (
        <div className="empty">
          <p>{all === 0 ? 'Nobody is on the record yet.' : 'Nobody here matches all of this at once.'}</p>
          <p>
            <a className="button" href={all === 0 ? '/drafts/new?kind=person' : '/people'}>
              {all === 0 ? 'Propose a person' : 'Show everybody'}
            </a>
          </p>
        </div>
      ) : null}
      <Group title="Profiled" n={counts.profiled} people={profiled} />
      <Group title="Not profiled yet" n={counts.others} people={others} />
      <Pager page={list} what="people" />
    </div>
  )
}

function Group({ title, n, people }: { title: string; n: number; people: readonly PersonRow[] }) {
  if (people.length === 0) return null
  return (
    <>
      <h2>
        {title}
        <span className="count">{n}</span>
      </h2>
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
    </>
  )
}
