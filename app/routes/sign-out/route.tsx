import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'

/** Signing out changes something, so a link cannot do it; the button is on the account page. */
export function loader() {
  return redirect('/account')
}

export async function action({ context }: ActionFunctionArgs) {
  const { cookie } = await context.services.signOut(context.viewer, context.visitor)
  return redirect('/', { status: 303, headers: { 'Set-Cookie': cookie } })
}
