import { afterAll, beforeAll, expect, it } from 'vitest'
import { ballots } from '../../../db/schema.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
let closed: string
let open: string
let cookie: string
beforeAll(async () => {
  server = await startTestServer()
  const rows = await server.deps.store.read.select({ id: ballots.id, state: ballots.state }).from(ballots)
  closed = rows.find(({ state }) => state === 'closed')?.id ?? ''
  open = rows.find(({ state }) => state === 'open')?.id ?? ''
  cookie = await server.signIn('moderator')
}, 60_000)
afterAll(() => server.stop())

/** The page that answers a form, as somebody gets it whose browser runs no scripts. */
async function pressed(ballot: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(`${server.url}/ballots/${ballot}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: server.url, Cookie: cookie, Accept: 'text/html' },
    redirect: 'manual',
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  return answer.text()
}

const words = 'Words that nobody else has.'

it.each(['close', 'extend', 'remind', 'replan', 'cancel-plan', 'reaffirm', 'amend', 'challenge'])(
  'says why “%s” was refused once its form has gone, and gives the words back',
  async (intent) => {
    const moment = { closes: '1d', from: String(Date.now()), opens: 'same', plannedOpensAt: '0', n: '2' }
    const page = await pressed(closed, { intent, change: 'material', reason: words, note: words, ...moment })
    expect(page).toContain('role="alert"')
    expect(page).toContain(words)
  },
)

it('says why an outcome was not stated while the ballot is open', async () => {
  const page = await pressed(open, { intent: 'state-outcome', statement: words })
  expect(page).toContain('An outcome statement is written once the ballot has closed.')
  expect(page).toContain(words)
})

it('gives the reason of a vote back that came after closing', async () => {
  const page = await pressed(closed, { intent: 'cast', subject: 'text', choice: 'agree', reason: words })
  expect(page).toContain('role="alert"')
  expect(page).toContain(words)
})
