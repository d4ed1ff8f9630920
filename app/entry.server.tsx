import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { NonceContext } from '#app/components/nonce.ts'

/** Pages are small and complete: one string, with its length known, is simpler and faster than a stream. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { cspNonce, viewer }: AppLoadContext,
): Response {
  const html = renderToString(
    <NonceContext.Provider value={cspNonce}>
      <RemixServer context={context} url={request.url} />
    </NonceContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // A copy of an error page must never be confirmed as fresh.
  if (status >= 400) headers.set('Cache-Control', 'no-store')
  if (viewer) {
    headers.set('Cache-Control', 'private, no-store')
    // Whose page it is: the service worker keeps pages of one person only.
    headers.set('Folkmoot-Person', viewer.actorId)
  }
  headers.append('Vary', 'Cookie')
  return new Response(`<!doctype html>${html}`, { status, headers })
}

/** Answers of one loader or action alone, as scripts ask for them, are as private as the page. */
export function handleDataRequest(response: Response, { context }: LoaderFunctionArgs | ActionFunctionArgs): Response {
  if (context.viewer) response.headers.set('Cache-Control', 'private, no-store')
  response.headers.append('Vary', 'Cookie')
  return response
}

/** The framework would print errors as they are; ours go through a log that leaves secrets out. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  const unknownAddress = isRouteErrorResponse(error) && error.status < 500
  if (!request.signal.aborted && !unknownAddress) context.report(error)
}
