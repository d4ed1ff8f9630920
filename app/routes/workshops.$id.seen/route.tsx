import type { LoaderFunctionArgs } from '@remix-run/node'
import { json } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { loaded } from '#app/http/refusals.ts'

/** What participants and the projector show now, for the small pictures on the console. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { origin } = new URL(request.url)
  const seen = await loaded(context.services.seenNow(context.viewer, params.id ?? '', origin))
  return json(seen, { headers: { 'Cache-Control': 'private, no-store' } })
}

/** The console asks for it by itself, less often than for what it directs. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false
