import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AtlasViews } from '#app/features/frame/atlas-views.tsx'
import { Pager } from '#app/features/reading/pager.tsx'
import { ActiveFilters, FilterForm } from '#app/features/strategy/filter-form.tsx'
import { StrategyRow } from '#app/features/strategy/strategy-row.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Strategies · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.strategiesList(context.viewer, new URL(request.url).search)))
}

export default function Strategies() {
  const list = useLoaderData<typeof loader>()
  const { rows, total, all } = list
  return (
    <div className="page">
      <div className="page-head">
        <h1>Strategies</h1>
        <p className="why">
          Each is a wager about which failure of advanced AI comes first. Filter by what it pulls and how, or look for
          those that nobody has said how to prove wrong.
        </p>
      </div>
      <AtlasViews here="/strategies" />
      <div className="list-columns">
        <FilterForm list={list} />
        <section aria-label="Results">
          <p className="ui" role="status">
            <strong>{total}</strong> of {all} strategies
          </p>
          <ActiveFilters list={list} />
          {rows.length === 0 ? (
            <div className="empty">
              <p>
                {all === 0
                  ? 'No strategy is published yet. The first one begins as a draft.'
                  : 'No strategy matches all of these filters at once. Remove one, or start again.'}
              </p>
              <p>
                <a className="button" href="/strategies">
                  Clear filters
                </a>{' '}
                <a className="button" href="/drafts/new">
                  Propose a new strategy
                </a>
              </p>
            </div>
          ) : (
            <ul className="list-plain">
              {rows.map((row) => (
                <StrategyRow key={row.slug} row={row} />
              ))}
            </ul>
          )}
          <Pager page={list} what="strategies" />
        </section>
      </div>
    </div>
  )
}
