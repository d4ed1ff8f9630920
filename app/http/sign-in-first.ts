import { redirect } from '@remix-run/node'
import { loaded } from './refusals.ts'

/** Like `loaded`, but whoever only has to sign in is sent there and comes back to the same address. */
export async function signInFirst<T>(request: Request, work: Promise<T>): Promise<T> {
  try {
    return await loaded(work)
  } catch (refused) {
    if (!(refused instanceof Response) || refused.status !== 401) throw refused
    const { pathname, search } = new URL(request.url)
    throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
  }
}
