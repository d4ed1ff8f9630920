import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SimpleList } from '#app/features/reading/simple-list.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Concepts · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.conceptsList(context.viewer, new URL(request.url).search)))
}

export default function Concepts() {
  const { items, ...page } = useLoaderData<typeof loader>()
  return (
    <SimpleList
      title="Concepts"
      page={page}
      why="Words that strategies share, in the sense in which this atlas uses them."
      items={items.map(({ slug, title, kicker, summary, strategies, expired }) => ({
        href: `/concepts/${slug}`,
        title,
        eyebrow: kicker,
        text: summary,
        line: `${strategies} related ${strategies === 1 ? 'strategy' : 'strategies'}${expired ? ' · expired' : ''}`,
      }))}
    />
  )
}
