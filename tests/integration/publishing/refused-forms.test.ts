import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ballots } from '../../../db/schema.ts'
import { challengeVersion } from '../../../server/usecases/versions/challenge-version.ts'
import { withdrawChallenge } from '../../../server/usecases/versions/withdraw-challenge.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

/** The page that answers a moderator's form without scripts. */
async function pressed(path: string, fields: Record<string, string>): Promise<string> {
  const cookie = await server.signIn('moderator')
  const answer = await fetch(server.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: server.url, Cookie: cookie, Accept: 'text/html' },
    redirect: 'manual',
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  return answer.text()
}

const alerts = (page: string) => page.split('role="alert"').length - 1

it('says at one form of a publication why it was refused, and at no other', async () => {
  const { store } = server.deps
  const [ballot] = await store.read.select().from(ballots).where(eq(ballots.state, 'closed'))
  await store.tx((q) =>
    q
      .update(ballots)
      .set({ secondModerator: true })
      .where(eq(ballots.id, ballot?.id ?? '')),
  )
  const path = `/moderation/${ballot?.draftId}/publish`
  expect(alerts(await pressed(path, { intent: 'approve', snapshotId: 'none' }))).toBe(1)
  expect(alerts(await pressed(path, { intent: 'cancel-plan' }))).toBe(1)
  expect(alerts(await pressed(path, { note: 'A stricter signal.' }))).toBe(1)
})

it('gives the answer to a challenge back that was ended meanwhile', async () => {
  const by = await server.account('contributor')
  const challenge = { entry: 'strategies/pause', n: 1, place: 'entry', reason: 'The harm was found since.' }
  const { id } = await challengeVersion(server.deps, by, challenge)
  await withdrawChallenge(server.deps, by, id)
  const page = await pressed(`/challenges/${id}`, { intent: 'answer', answer: 'upheld', reason: 'It holds: a reader.' })
  expect(alerts(page)).toBe(1)
  expect(page).toContain('It holds: a reader.')
  expect(page).not.toContain('Answer the challenge')
})
