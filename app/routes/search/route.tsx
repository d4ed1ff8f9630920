import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SearchForm } from '#app/features/search/search-form.tsx'
import { SearchResults } from '#app/features/search/search-results.tsx'
import { SearchWords } from '#app/features/search/search-words.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.asked ? `${data.q} · Search · Folkmoot` : 'Search · Folkmoot' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const ask = {
    q: query.get('q') ?? '',
    only: query.get('in') ?? undefined,
    page: Number.parseInt(query.get('page') ?? '1', 10) || 1,
  }
  return json(await loaded(context.services.searchPage(context.viewer, ask)))
}

export default function Search() {
  const page = useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <h1>Search</h1>
      <SearchForm key={page.q} q={page.q} />
      <SearchWords page={page} />
      <SearchResults page={page} />
    </div>
  )
}
