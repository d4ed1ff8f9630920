import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChartFrame } from '#app/charts/chart-frame.tsx'
import { PathChart } from '#app/charts/path-chart.tsx'
import { AtlasViews } from '#app/features/frame/atlas-views.tsx'
import { EdgeTable } from '#app/features/paths/edge-table.tsx'
import { PathRules } from '#app/features/paths/path-rules.tsx'
import { Standing } from '#app/features/paths/standing.tsx'
import { WholeLists } from '#app/features/paths/whole-lists.tsx'
import { StrategyPicker, UnknownStrategies } from '#app/features/reading/strategy-picker.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.here ? `What binds after ${data.here.title} · Folkmoot` : 'Paths · Folkmoot' },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await loaded(context.services.pathsPage(context.viewer, new URL(request.url).search))
  if (page.address) throw redirect(page.address)
  return json(page)
}

export default function Paths() {
  const { here, whole, counts, titles, unknown, csv, svg } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <div className="page-head">
        <h1>{here ? <>What binds after {here.title}</> : 'What binds next'}</h1>
        <p className="why">
          Success moves the bottleneck: once a strategy has worked, another problem is the one that counts. Follow it
          from strategy to strategy, and see where the way runs in a circle or stops.
        </p>
      </div>
      <AtlasViews here="/paths" />
      <UnknownStrategies unknown={unknown} hrefFor={(slug) => `/paths?from=${slug}`} />
      <StrategyPicker
        action="/paths"
        label={here ? 'Begin at another strategy' : 'Begin at a strategy'}
        button="Begin"
        titles={titles}
        keep={{}}
      />
      {here ? <Standing here={here} svg={svg} csv={csv} counts={counts} /> : null}
      {whole ? (
        <>
          {counts.edges === 0 ? (
            <p className="nothing-yet">
              Neither rule gives an edge yet. Name a strategy in the section “If it succeeds: what binds next” of an
              entry: <a href="/strategies">choose one</a>.
            </p>
          ) : (
            <ChartFrame
              id="graph"
              title={`${counts.edges} edges lead from strategy to strategy; ${counts.cycles === 0 ? 'none runs in a circle' : `${counts.cycles} of the ways run in a circle`}`}
              n={`n = ${counts.strategies} strategies, ${counts.apart} of them without an edge; ${whole.picture.edges.length} of ${counts.edges} edges drawn, those of the longest chains first.`}
              note="An arrow leads from a strategy to one that comes after it. A solid line is a link in the text, a dashed one follows from the stages. Choose a name to stand there."
              svg={svg}
              csv={csv}
              table={<EdgeTable rows={whole.rows} total={counts.edges} />}
            >
              <PathChart picture={whole.picture} />
            </ChartFrame>
          )}
          <WholeLists whole={whole} counts={counts} />
          <PathRules counts={counts} />
        </>
      ) : null}
    </div>
  )
}
