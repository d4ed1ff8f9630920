import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HelpLink } from '#app/components/help-link.tsx'
import { ChainState } from '#app/features/record/chain-state.tsx'
import { RecordFilter } from '#app/features/record/record-filter.tsx'
import { RecordTable } from '#app/features/record/record-table.tsx'
import { SignedHead } from '#app/features/record/signed-head.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Record · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return json(await loaded(context.services.recordView(context.viewer, asked)))
}

export default function RecordRoute() {
  const { events, types, filter, newer, older, chain, signed } = useLoaderData<typeof loader>()
  const kept = Object.entries(filter).filter(([, value]) => value !== '')
  const to = (where: Record<string, string>, file = '') => {
    const search = new URLSearchParams([...kept, ...Object.entries(where)]).toString()
    return `/record${file}${search === '' ? '' : `?${search}`}`
  }
  return (
    <div className="page">
      <header className="page-head">
        <div className="head-with-help">
          <h1>Record</h1>
          <HelpLink article="what-a-receipt-proves" about="the record" />
        </div>
        <p className="why">
          Everything that was decided or done, in order. Each event carries the hash of the one before it, so that none
          can be changed or taken out unseen. Names, texts and choices are not in it.
        </p>
        <ChainState chain={chain} />
        <p className="ui">
          <a href="#check-yourself">Check it yourself</a>
        </p>
      </header>
      <RecordFilter types={types} filter={filter} />
      {events.length > 0 ? (
        <RecordTable events={events} />
      ) : (
        <p className="muted">
          {kept.length > 0 ? 'No event matches. ' : 'Nothing has been recorded here yet. '}
          {kept.length > 0 ? <a href="/record">Clear filters</a> : <a href="/strategies">Read the atlas</a>}
        </p>
      )}
      <nav className="record-pages" aria-label="Pages of the record">
        {newer === null ? null : <a href={to({ after: `${newer}` })}>Newer events</a>}
        {older === null ? null : <a href={to({ before: `${older}` })}>Older events</a>}
        <a href={to({}, '.csv')}>These events as CSV</a>
        <a href={to({}, '.json')}>as JSON</a>
      </nav>
      <SignedHead signed={signed} />
    </div>
  )
}
