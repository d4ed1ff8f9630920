import type { LoaderFunctionArgs } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EntryList } from '#app/features/reading/entry-list.tsx'
import { loaded } from '#app/http/refusals.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await loaded(context.services.entriesList('strategy', '')))
}

export default function Overview() {
  const { items, total, links } = useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <h1>AGI Strategies</h1>
      <p className="lede">
        Named bets about what would make advanced AI go well, and what would prove each of them wrong.
      </p>
      <EntryList items={items} total={total} links={links} q="" />
    </div>
  )
}
