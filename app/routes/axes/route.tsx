import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChartFrame } from '#app/charts/chart-frame.tsx'
import { DensityChart } from '#app/charts/density-chart.tsx'
import { AxisStrip } from '#app/features/axes/axis-strip.tsx'
import { DensityTable } from '#app/features/axes/density-table.tsx'
import { AtlasViews } from '#app/features/frame/atlas-views.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Axes · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.axesPage(context.viewer, new URL(request.url).search)))
}

/** More columns do not fit on a telephone in any drawing; there the picture scrolls. */
const fitNarrow = 4

export default function Axes() {
  const { axes, axisNames, density, dropped, csv } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <div className="page-head">
        <h1>Axes</h1>
        <p className="why">
          Where all strategies stand: first which combinations of lever and axis nobody has proposed anything for, then
          every strategy on each axis.
        </p>
      </div>
      <AtlasViews here="/axes" />
      <DroppedFilters dropped={dropped} />
      <nav className="ui axis-choice" aria-label="Axis across the map">
        Levers by:{' '}
        {axisNames.map(({ id, label }) => (
          <a key={id} href={`/axes?by=${id}`} aria-current={id === density.by ? 'true' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <ChartFrame
        id="density"
        title={`${density.empty} of ${density.cells} combinations of lever and ${density.axis.toLowerCase()} are unexplored`}
        n={`Number of strategies in each; n = ${density.n}.`}
        note="A filled cell leads to its strategies, a 0 to the form for proposing the first."
        svg={`/charts/density.svg?by=${density.by}`}
        csv={csv}
        table={<DensityTable density={density} />}
        narrow={density.columns.length > fitNarrow ? undefined : <DensityChart density={density} on="narrow" />}
      >
        <DensityChart density={density} />
      </ChartFrame>
      {axes.map((axis) => (
        <AxisStrip key={axis.id} axis={axis} />
      ))}
    </div>
  )
}
