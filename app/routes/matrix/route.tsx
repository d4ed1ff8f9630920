import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AtlasViews } from '#app/features/frame/atlas-views.tsx'
import { CellPanel } from '#app/features/matrix/cell-panel.tsx'
import { MatrixFilter } from '#app/features/matrix/matrix-filter.tsx'
import { MatrixTable } from '#app/features/matrix/matrix-table.tsx'
import { PairList } from '#app/features/matrix/pair-list.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Matrix of relations · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.matrixPage(context.viewer, new URL(request.url).search)))
}

export default function Matrix() {
  const page = useLoaderData<typeof loader>()
  const { chosen, counts, kinds, cell, list, grid } = page
  const { cell: _cell, page: _page, ...filters } = chosen
  const keep = new URLSearchParams(filters).toString()
  const here = (view: 'list' | null) => {
    const query = new URLSearchParams({ ...filters, view: view ?? '' })
    if (!view) query.delete('view')
    return query.size > 0 ? `/matrix?${query}` : '/matrix'
  }
  return (
    <div className="page page-wide">
      <div className="page-head">
        <h1>Matrix of relations</h1>
        <p className="why">
          Every strategy against every other, grouped by the lever it pulls. A cell leads to the mechanism and to what
          each side says about the other.
        </p>
      </div>
      <AtlasViews here="/matrix" />
      <dl className="counts counts-small">
        {kinds.map(({ id, label, count }) => (
          <div key={id}>
            <dt>
              <a href={`/matrix?view=list&kind=${id}`}>{label.toLowerCase()}</a>
            </dt>
            <dd>{grouped(count)}</dd>
          </div>
        ))}
        <div>
          <dt>unrelated pairs</dt>
          <dd>{grouped(counts.unrelated)}</dd>
        </div>
      </dl>
      <p className="ui muted">
        {grouped(counts.related)} of {grouped(counts.pairs)} pairs of {grouped(counts.strategies)} strategies are
        related.
      </p>
      <DroppedFilters dropped={page.dropped} />
      {cell ? <CellPanel cell={cell} close={here(list ? 'list' : null)} /> : null}
      <MatrixFilter page={page} />
      <p className="view-links ui">
        {list ? <a href={here(null)}>As a matrix</a> : <a href={here('list')}>As a list of pairs</a>}
        <a href={page.csv}>Download CSV</a>
        <a href="/map">Relations of one strategy</a>
      </p>
      {list ? <PairList list={list} /> : null}
      {grid ? (
        <>
          <Shown shown={grid.shown} />
          <MatrixTable grid={grid} keep={keep ? `${keep}&` : ''} cell={chosen.cell} />
          <p className="ui matrix-key">
            <span className="is-conflict">✕</span> conflict <span className="is-complement">+</span> complement{' '}
            <span className="is-twin">=</span> twins: one lever, one pull, nothing declared. Empty: unrelated.
          </p>
        </>
      ) : null}
    </div>
  )
}

type Grid = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['grid']>

function Shown({ shown }: Pick<Grid, 'shown'>) {
  const whole = shown.rows === shown.ofRows && shown.columns === shown.ofColumns
  return (
    <p className="ui" role="status">
      <strong>{shown.rows}</strong> rows, <strong>{shown.columns}</strong> columns
      {whole ? '.' : ` of ${shown.ofRows} and ${shown.ofColumns}: choose levers to see the others, or read the list.`}
    </p>
  )
}

const grouped = (n: number) => n.toLocaleString('en-GB')
