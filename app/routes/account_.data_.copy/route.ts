import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { attempted, textFields } from '#app/http/refusals.ts'

export const loader = () => redirect('/account/data')

/** Hands over a copy of the own data as a file; a form of the page of the data asks for it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { copy = '', form = '' } = textFields(await request.formData())
  const { services, viewer, visitor } = context
  const wanted = { id: copy, form, sessionId: visitor.sessionId }
  const answer = await attempted(services.fetchCopy(viewer, wanted), {}, ({ name, type, body }) => {
    const headers = { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` }
    return new Response(body, { headers: { ...headers, 'Cache-Control': 'private, no-store' } })
  })
  // There is no page here that could say it.
  if (answer.status === 403) return redirect('/account/confirm?next=/account/data', { status: 303 })
  if (answer.status === 404) return redirect('/account/data?done=none', { status: 303 })
  return answer
}
