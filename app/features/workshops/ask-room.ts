import { redirect } from '@remix-run/react'
import type { RoomData } from '#server/views/room-door.ts'

/**
 * Asks what the page of a room shows, without the framework, which two hundred phones at once would wait for. `_data`
 * says that it is a page's data, which outlasts a network that is gone.
 *
 * @param ask the page's own loader, for who is not in the room, or not any more.
 */
export async function askRoom<T>(code: string, signal: AbortSignal, ask: () => Promise<T>): Promise<T | RoomData> {
  const answer = await fetch(`/w/${code}.json?_data`, { headers: { Accept: 'application/json' }, signal })
  return answer.status === 200 ? ((await answer.json()) as RoomData) : ask()
}

/** How long a form waits for the network, and how long between two tries. Milliseconds. */
const longestMs = 60_000
const pauseMs = 1_500

/** What was sent before, which is to arrive first. */
let before: Promise<unknown> = Promise.resolve()

/**
 * Sends a form of a room, and where the network fails sends it again until it arrives, always under the same name, by
 * which the server takes it once. It goes on also when something else is sent meanwhile: nothing is lost and nothing
 * overtakes. After a minute it says that it was not sent, with what was typed.
 *
 * @param route whose form it is.
 */
export async function sentOnce<T>(request: Request, route: string): Promise<T> {
  const address = new URL(request.url)
  address.searchParams.set('_data', route)
  const form = new URLSearchParams()
  for (const [name, value] of await request.formData()) if (typeof value === 'string') form.append(name, value)
  form.set('once', crypto.randomUUID())
  const sending = before.then(() => arrived(address, form))
  before = sending.catch(() => undefined)
  const answer = await sending
  const to = answer.headers.get('X-Remix-Redirect')
  if (to !== null) throw redirect(to)
  if (answer.headers.has('X-Remix-Catch')) throw answer
  if (answer.headers.has('X-Remix-Error')) throw new Error('The server failed.')
  return (await answer.json()) as T
}

async function arrived(address: URL, body: URLSearchParams): Promise<Response> {
  const until = Date.now() + longestMs
  while (Date.now() < until) {
    const answer = await fetch(address, { method: 'POST', body }).catch(() => null)
    // A proxy answers for a server that is being started anew.
    if (answer && answer.status !== 502 && answer.status !== 504) return answer
    // What failed for all at once is not tried again by all at once.
    await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.7 + 0.6 * Math.random())))
  }
  // One that can be called off is answered for when it does not arrive.
  return fetch(address, { method: 'POST', body, signal: new AbortController().signal })
}
