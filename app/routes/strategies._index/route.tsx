import type { LoaderFunctionArgs } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EntryList } from '#app/features/reading/entry-list.tsx'
import { loaded } from '#app/http/refusals.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200)
  return json({ q, ...(await loaded(context.services.entriesList('strategy', q))) })
}

export default function Strategies() {
  const { items, total, links, q } = useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <h1>Strategies</h1>
      <EntryList items={items} total={total} links={links} q={q} />
    </div>
  )
}
