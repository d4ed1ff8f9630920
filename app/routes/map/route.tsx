import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChartFrame } from '#app/charts/chart-frame.tsx'
import { EgoChart } from '#app/charts/ego-chart.tsx'
import { AtlasViews } from '#app/features/frame/atlas-views.tsx'
import { EgoTable } from '#app/features/map/ego-table.tsx'
import { StrategyPicker, UnknownStrategies } from '#app/features/reading/strategy-picker.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.chosen && data.ego ? `Map of ${data.ego.title} · Folkmoot` : 'Map · Folkmoot' },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await loaded(context.services.mapPage(context.viewer, new URL(request.url).search))
  if (page.address) throw redirect(page.address)
  return json(page)
}

export default function EgoMap() {
  const { ego, chosen, unknown, titles, suggested } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <div className="page-head">
        <h1>{ego && chosen ? <>Map of {ego.title}</> : 'Map of one strategy'}</h1>
        <p className="why">
          One strategy and those it is related to: what it clashes with and its twins on the left, what it is helped by
          on the right. Each name leads to its own map.
        </p>
      </div>
      <AtlasViews here="/map" />
      <UnknownStrategies unknown={unknown} hrefFor={(slug) => `/map?s=${slug}`} />
      <StrategyPicker
        action="/map"
        label="Put another strategy in the middle"
        button="Show"
        titles={titles}
        keep={{}}
      />
      {ego ? (
        ego.total === 0 ? (
          <div className="empty">
            <p>Neither this entry nor any other declares a relation between them, and nothing pulls its lever alike.</p>
            <p>
              <a className="button" href={`/drafts/new?entry=strategies/${ego.slug}`}>
                Propose a revision
              </a>
            </p>
          </div>
        ) : (
          <ChartFrame
            id="relations"
            tableOnPhone
            title={`${ego.title} has ${ego.total} ${ego.total === 1 ? 'relation' : 'relations'}`}
            n={`n = ${ego.total}${ego.more > 0 ? `, of which the picture has ${ego.around.length}` : ''}. First what both sides declare, then what one does, then twins.`}
            note="Dashed with ✕ is a conflict, solid with + a complement, double with = a twin."
            svg={`/charts/relations.svg?s=${ego.slug}`}
            csv={ego.csv}
            table={<EgoTable ego={ego} />}
            open
          >
            <EgoChart title={ego.title} around={ego.around} />
          </ChartFrame>
        )
      ) : null}
      {suggested.length > 0 ? (
        <section aria-labelledby="busiest">
          <h2 id="busiest">Strategies with most relations</h2>
          <ul className="suggestions">
            {suggested.map(({ slug, title, n }) => (
              <li key={slug}>
                <a href={`/map?s=${slug}`}>{title}</a> <span className="muted">{n} relations</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
