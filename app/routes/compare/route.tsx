import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CompareTable } from '#app/features/compare/compare-table.tsx'
import { PairRelations } from '#app/features/compare/pair-relations.tsx'
import { SharedPeople } from '#app/features/compare/shared-people.tsx'
import { AtlasViews } from '#app/features/frame/atlas-views.tsx'
import { StrategyPicker, UnknownStrategies } from '#app/features/reading/strategy-picker.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const titles = (data?.strategies ?? []).map(({ title }) => title).join(' and ')
  return [{ title: titles ? `Compare ${titles} · Folkmoot` : 'Compare strategies · Folkmoot' }]
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await loaded(context.services.compareStrategies(context.viewer, new URL(request.url).search))
  if (page.address) throw redirect(page.address)
  return json(page)
}

export default function Compare() {
  const page = useLoaderData<typeof loader>()
  const { strategies, most, left, unknown, titles, only, relations, people, suggested } = page
  const slugs = strategies.map(({ slug }) => slug)
  return (
    <div className="page">
      <div className="page-head">
        <h1>Compare strategies</h1>
        <p className="why">Two to four side by side. What differs comes first; what is alike stands below.</p>
      </div>
      <AtlasViews here="/compare" />
      <UnknownStrategies
        unknown={unknown}
        left={left}
        most={most}
        hrefFor={(slug) => `/compare?s=${[...slugs, slug].join(',')}`}
      />
      {strategies.length > 0 ? (
        <ul className="chips" aria-label="Compared">
          {strategies.map(({ slug, title, without }) => (
            <li key={slug}>
              <a className="chip" href={without}>
                {title} <span aria-hidden="true">✕</span>
                <span className="visually-hidden">, remove</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {strategies.length < most ? (
        <StrategyPicker
          action="/compare"
          label={strategies.length === 0 ? 'First strategy' : 'Add a strategy'}
          button="Add"
          titles={titles}
          keep={{ s: slugs.join(','), only: only ? 'differences' : '' }}
        />
      ) : (
        <p className="ui muted">Four are as many as fit side by side. Remove one to add another.</p>
      )}
      {strategies.length < 2 ? (
        <section aria-labelledby="suggested">
          <h2 id="suggested">
            {strategies.length === 1 ? 'One more is needed. Pairs that clash:' : 'Pairs that clash'}
          </h2>
          <ul className="suggestions">
            {suggested.map(({ href, a, b, mechanism }) => (
              <li key={href}>
                <a href={href}>
                  {a} and {b}
                </a>
                <p>{mechanism}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <>
          <PairRelations relations={relations} />
          <p className="view-links ui">
            <a href={page.toggle}>{only ? 'Show what is alike too' : 'Only differences'}</a>
            <a href={`/portfolio?s=${slugs.join(',')}`}>Audit them as a portfolio</a>
            <a href={page.csv}>Download CSV</a>
          </p>
          <CompareTable page={page} />
          {people ? <SharedPeople people={people} strategies={strategies} /> : null}
        </>
      )}
    </div>
  )
}
