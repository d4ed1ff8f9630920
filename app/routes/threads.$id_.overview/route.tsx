import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OverviewPage } from '#app/features/threads/overview/thread-overview.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Overview: ${data.thread.title} · Folkmoot` : 'Overview · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ask = { id: params.id ?? '', search: new URL(request.url).search }
  return json(await signInFirst(request, context.services.threadOverview(context.viewer, ask)))
}

export default function ThreadOverviewRoute() {
  return <OverviewPage overview={useLoaderData<typeof loader>()} />
}
