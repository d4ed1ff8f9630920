import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AtlasViews } from '#app/features/frame/atlas-views.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { Pager } from '#app/features/reading/pager.tsx'
import { SignalFilter } from '#app/features/signals/signal-filter.tsx'
import { SignalLine } from '#app/features/signals/signal-line.tsx'
import { StateCounts } from '#app/features/signals/state-counts.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [
  { title: 'Signals · Folkmoot' },
  {
    name: 'description',
    content: 'What would prove each strategy wrong, in which state each signal is, and where it is argued.',
  },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.signalsPage(context.viewer, new URL(request.url).search)))
}

export default function Signals() {
  const page = useLoaderData<typeof loader>()
  const { total, found, states, lines, dropped, csv, pages } = page
  return (
    <div className="page">
      <div className="page-head">
        <h1>Signals</h1>
        <p className="why">
          The ledger of what would prove each strategy wrong, beside the point past which pushing harder defeats it.
          Anybody with an account may report that a signal landed; a ballot decides, and then everybody who holds the
          strategy is asked why they still do.
        </p>
      </div>
      <AtlasViews here="/signals" />
      <DroppedFilters dropped={dropped} />
      <StateCounts states={states} />
      <SignalFilter page={page} />
      <p className="ui signal-found" role="status">
        <strong>{found}</strong> of {total} strategies{pages > 1 ? `, page ${page.page} of ${pages}` : ''}.{' '}
        <a href={csv}>Download CSV</a> · <a href={csv.replace('.csv', '.json')}>JSON</a>
      </p>
      {found === 0 ? (
        <div className="empty">
          <p>{total === 0 ? 'No strategy is published yet.' : 'No strategy passes these filters.'}</p>
          <p>
            <a className="button" href={total === 0 ? '/drafts/new' : '/signals'}>
              {total === 0 ? 'Propose one' : 'Clear filters'}
            </a>
          </p>
        </div>
      ) : (
        <section aria-labelledby="ledger-title">
          <h2 id="ledger-title" className="visually-hidden">
            The ledger
          </h2>
          <ul className="list-plain">
            {lines.map((line) => (
              <SignalLine key={line.slug} line={line} />
            ))}
          </ul>
        </section>
      )}
      <Pager page={page} what="strategies" />
    </div>
  )
}
