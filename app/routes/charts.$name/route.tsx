import type { LoaderFunctionArgs } from '@remix-run/node'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ArgumentChart } from '#app/charts/argument-chart.tsx'
import { CoverageChart } from '#app/charts/coverage-chart.tsx'
import { DensityChart } from '#app/charts/density-chart.tsx'
import { EgoChart } from '#app/charts/ego-chart.tsx'
import { PathChart } from '#app/charts/path-chart.tsx'
import { flattened, standalone } from '#app/charts/standalone.ts'
import { TierChart } from '#app/charts/tier-chart.tsx'
import { TogetherChart } from '#app/charts/together-chart.tsx'
import { loaded } from '#app/http/refusals.ts'

type Load = Pick<LoaderFunctionArgs, 'context'> & { search: string }

/** PNGs are drawn at twice the size of the picture, for paper and sharp screens. */
const pixels = 2

const charts: Record<string, (load: Load) => Promise<ReactElement | null>> = {
  'density.svg': async ({ context, search }) => (
    <DensityChart density={await loaded(context.services.densityMap(context.viewer, search))} />
  ),
  'relations.svg': async ({ context, search }) => {
    const { ego, chosen } = await loaded(context.services.mapPage(context.viewer, search))
    return ego && chosen ? <EgoChart title={ego.title} around={ego.around} /> : null
  },
  'board.svg': async ({ context, search }) => (
    <TierChart board={await loaded(context.services.boardGrid(context.viewer, search))} />
  ),
  'held-together.svg': async ({ context, search }) => {
    const { drawn } = await loaded(context.services.heldTogetherPage(context.viewer, search))
    return drawn.length > 0 ? <TogetherChart rows={drawn} /> : null
  },
  'paths.svg': async ({ context, search }) => (
    <PathChart picture={await loaded(context.services.pathPicture(context.viewer, search))} />
  ),
  'argument.svg': async ({ context, search }) => {
    const id = new URLSearchParams(search).get('thread') ?? ''
    const { thread, map } = await loaded(context.services.threadOverview(context.viewer, { id, search: '?view=map' }))
    return map && map.drawn > 0 ? <ArgumentChart thread={thread} map={map} /> : null
  },
  'coverage.svg': async ({ context, search }) => {
    const { findings } = await loaded(context.services.portfolioPage(context.viewer, search))
    return findings && <CoverageChart levers={findings.levers} untouched={findings.untouched} />
  },
}

/** The pictures as files of their own: `.svg` in the reader's theme, `.png` in the light one. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const [, name = '', ending = ''] = /^([a-z-]+)\.(svg|png)$/.exec(params.name ?? '') ?? []
  const load = Object.hasOwn(charts, `${name}.svg`) ? charts[`${name}.svg`] : undefined
  const chart = load ? await load({ context, search: new URL(request.url).search }) : null
  if (!chart) throw new Response('There is no such picture.', { status: 404 })
  const svg = renderToStaticMarkup(chart)
  const headers = {
    'Content-Disposition': `attachment; filename="${name}.${ending}"`,
    'Cache-Control': 'no-cache',
  }
  if (ending === 'svg') {
    return new Response(standalone(svg), { headers: { ...headers, 'Content-Type': 'image/svg+xml; charset=utf-8' } })
  }
  const width = Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 1000)
  const png = await context.services.drawPicture(flattened(svg), width * pixels)
  return new Response(new Uint8Array(png), { headers: { ...headers, 'Content-Type': 'image/png' } })
}
