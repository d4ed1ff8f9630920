import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SimpleList } from '#app/features/reading/simple-list.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Sources · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.sourcesList(context.viewer, new URL(request.url).search)))
}

export default function Sources() {
  const { items, ...page } = useLoaderData<typeof loader>()
  return (
    <SimpleList
      title="Sources"
      page={page}
      why="Documents that strategies rest on, taken apart into claims. What a party urges stays apart from what has been established."
      items={items.map(({ slug, title, outlet, published, status, claims, expired }) => ({
        href: `/sources/${slug}`,
        title,
        eyebrow: [outlet, published || 'undated'].filter(Boolean).join(' · '),
        text: '',
        line: `${status} · ${claims} ${claims === 1 ? 'claim' : 'claims'}${expired ? ' · expired' : ''}`,
      }))}
    />
  )
}
