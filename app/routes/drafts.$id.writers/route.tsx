import type { LoaderFunctionArgs } from '@remix-run/node'
import { json } from '@remix-run/node'
import { loaded } from '#app/http/refusals.ts'

/** For the page of a draft: who is behind the Yjs client ids of what changed. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const clients = (new URL(request.url).searchParams.get('clients') ?? '').split(',').map(Number)
  const { services, viewer } = context
  return json({ writers: await loaded(services.draftWriters(viewer, params.id ?? '', clients)) })
}
