import { generateSync } from 'otplib'
import { expect, it } from 'vitest'
import { findActorName } from '../../../db/queries/actors.ts'
import { listCandidateReactions, setCandidateReaction } from '../../../db/queries/candidates.ts'
import { moveReactions } from '../../../db/queries/claimed-reactions.ts'
import { findGuest } from '../../../db/queries/workshop-people.ts'
import { lastHum, listHumAnswers } from '../../../db/queries/workshop-talk.ts'
import { createServices } from '../../../server/services.ts'
import { viewerOfCookie } from '../../../server/viewer.ts'
import { makeAccount } from '../../factories/accounts.ts'
import { candidateWorld } from '../../factories/candidate-world.ts'
import { makeGuest, makeWorkshop } from '../../factories/live-room.ts'
import { testDeps } from '../../factories/test-deps.ts'

it('[J11] who signs in on the browser of a guest takes over what the guest said', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const holder = (set: string | null) => viewerOfCookie(deps, { cookie: set?.split(';')[0] })
  const lead = await makeAccount(deps, { role: 'facilitator', name: 'Lea' })
  const workshopId = await makeWorkshop(deps, lead.actorId)
  const visitor = { sessionId: null, address: '192.0.2.1', device: 'Firefox', secure: false }
  await services.signUp({ email: 'ada@example.org', name: 'Ada Brandt', password: 'a long enough phrase', visitor })
  const { cookie } = await services.joinWorkshop(null, { code: 'ABC-4827', name: 'Ada', visitor })
  const session = await holder(cookie)
  const actorId = session?.viewer.actorId ?? ''
  const entry = { email: 'ada@example.org', password: 'a long enough phrase' }
  await services.signIn({ ...entry, visitor: { ...visitor, sessionId: session?.sessionId ?? null } })
  const q = deps.store.read
  expect(await findActorName(q, actorId)).toBe('Ada Brandt')
  const claimed = await findGuest(q, actorId)
  expect(claimed).toMatchObject({ workshopId, claimedAt: deps.now() })
  expect(await holder(cookie)).toBeNull()
  const account = { ...lead, actorId: claimed?.claimedBy ?? '', name: 'Ada Brandt' }
  await services.changeName(account, { name: 'Ada Brandt-Okoye' })
  expect(await findActorName(q, actorId)).toBe('Ada Brandt-Okoye')
  // On another browser nobody's words change hands.
  const other = await services.joinWorkshop(null, { code: 'ABC-4827', name: 'Ben', visitor })
  await services.signIn({ ...entry, visitor })
  expect((await holder(other.cookie))?.viewer.name).toBe('Ben')
})

it('[J11] a password alone takes nothing over where a code is asked for', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const holder = (set: string | null) => viewerOfCookie(deps, { cookie: set?.split(';')[0] })
  const lead = await makeAccount(deps, { role: 'facilitator', name: 'Lea' })
  await makeWorkshop(deps, lead.actorId)
  const visitor = { sessionId: null, address: '192.0.2.1', device: 'Firefox', secure: false }
  const entry = { email: 'ada@example.org', password: 'a long enough phrase' }
  await services.signUp({ ...entry, name: 'Ada Brandt', visitor })
  const first = await holder((await services.signIn({ ...entry, visitor })).cookie)
  if (!first) throw new Error('not signed in')
  await services.beginSecondFactor(first.viewer, first)
  const { factor } = await services.securityPage(first.viewer, first)
  const secret = factor.state === 'begun' ? factor.secret : ''
  const codeNow = () => generateSync({ secret, epoch: Math.floor(deps.now() / 1000) })
  await services.confirmSecondFactor(first.viewer, { code: codeNow(), sessionId: first.sessionId })
  deps.setNow(deps.now() + 60_000)

  const { cookie } = await services.joinWorkshop(null, { code: 'ABC-4827', name: 'Ada', visitor })
  const guest = await holder(cookie)
  const from = { ...visitor, sessionId: guest?.sessionId ?? null }
  const step = await services.signIn({ ...entry, visitor: from })
  expect(step.secondStep).toBe(true)
  expect((await holder(cookie))?.viewer.name).toBe('Ada')
  const token = step.cookie.split(';')[0]?.split('=')[1] as string
  await services.finishSignIn({ code: codeNow(), visitor: { ...from, step: token } })
  expect(await holder(cookie)).toBeNull()
  expect(await findGuest(deps.store.read, guest?.viewer.actorId ?? '')).toMatchObject({
    claimedBy: first.viewer.actorId,
  })
})

it('[J11] a guest’s answer to a hum becomes the account’s, unless that answered too', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const lead = await makeAccount(deps, { role: 'facilitator', name: 'Lea' })
  const workshopId = await makeWorkshop(deps, lead.actorId)
  const [ada, ben] = [await makeGuest(deps, workshopId, 'Ada'), await makeGuest(deps, workshopId, 'Ben')]
  await services.openHum(lead, { workshopId, question: 'Ready?' })
  await services.answerHum(lead, { workshopId, stance: 'agree' })
  for (const guest of [ada, ben]) await services.answerHum(guest, { workshopId, stance: 'disagree' })
  const account = await makeAccount(deps, { role: 'contributor' })
  await deps.store.tx((q) => moveReactions(q, ada.actorId, lead.actorId))
  await deps.store.tx((q) => moveReactions(q, ben.actorId, account.actorId))
  const hum = await lastHum(deps.store.read, workshopId)
  const said = await listHumAnswers(deps.store.read, hum?.id ?? '')
  expect(new Map(said.map(({ actorId, answer }) => [actorId, answer]))).toEqual(
    new Map([
      [lead.actorId, 'agree'],
      [account.actorId, 'disagree'],
    ]),
  )
})

it('[J11] nobody counts twice: a guest’s reactions become the account’s, whose own stay', async () => {
  const { deps, threadId, propose, react, owner, second } = await candidateWorld()
  await propose(owner, 'The first words.')
  await propose(owner, 'The second words.')
  await react(second, 1, 'agree')
  await react(owner, 0, 'unsure')
  await react(second, 2, 'disagree')
  const account = await makeAccount(deps, { role: 'contributor', name: 'Ada' })
  const own = { threadId, n: 2, actorId: account.actorId, stance: 'agree' as const, about: null, at: deps.now() }
  await deps.store.tx((q) => setCandidateReaction(q, own))
  await deps.store.tx((q) => moveReactions(q, second.actorId, account.actorId))
  const left = await listCandidateReactions(deps.store.read, threadId)
  const said = left.map(({ n, actorId, stance }) => [n, actorId, stance])
  expect(said.sort()).toEqual([
    [0, owner.actorId, 'unsure'],
    [1, account.actorId, 'agree'],
    [2, account.actorId, 'agree'],
  ])
})
