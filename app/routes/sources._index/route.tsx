import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SimpleList } from '#app/features/reading/simple-list.tsx'
import { loaded } from '#app/http/refusals.ts'
import { dayInWords } from '#domain/text/day.ts'

export const meta: MetaFunction = () => [{ title: 'Sources · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.sourcesList(context.viewer, new URL(request.url).search)))
}

/** The state is the outlet's own: a draft here is none of the drafts that are written in the atlas. */
const byOutlet: Readonly<Record<string, string>> = {
  Draft: 'Marked as a draft by its outlet',
  Published: 'Published by its outlet',
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
        eyebrow: outlet
          ? `${outlet} · ${published ? dayInWords(published) : 'undated'}`
          : published
            ? dayInWords(published)
            : 'Undated',
        text: '',
        line: `${byOutlet[status] ?? status} · ${claims} ${claims === 1 ? 'claim' : 'claims'}${expired ? ' · expired' : ''}`,
      }))}
    />
  )
}
