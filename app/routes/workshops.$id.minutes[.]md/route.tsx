import type { LoaderFunctionArgs } from '@remix-run/node'
import { loaded } from '#app/http/refusals.ts'

/** The minutes of a workshop as Markdown. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const text = await loaded(context.services.minutesText(context.viewer, params.id ?? ''))
  return new Response(text, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })
}
