import { expect, it } from 'vitest'
import { listEventsAfter } from '../../../db/queries/record.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { createServices } from '../../../server/services.ts'
import { makeAccount } from '../../factories/accounts.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { changeWorkshop, enterRoom, makeGuest, makeWorkshop } from '../../factories/live-room.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** A room in its ballot phase: a moderator and a voter on the electorate, a member who is not on it, and a guest. */
async function room() {
  const deps = testDeps()
  const services = createServices(deps)
  const world = await aBallot(deps, { results: 'hidden' })
  const { moderator, voters, draftId, ballotId } = world
  const phases = [{ kind: 'ballot' }, { kind: 'reveal' }] as const
  const workshopId = await makeWorkshop(deps, moderator.actorId, { drafts: [draftId], phases })
  const outsider = await makeAccount(deps, { role: 'contributor', name: 'Omar' })
  const [voter] = voters
  for (const one of [outsider, voter]) await enterRoom(deps, workshopId, one.actorId)
  const ada = await makeGuest(deps, workshopId, 'Ada')
  const say = (by: Viewer, stance: string) => services.giveAdvisory(by, { workshopId, ballotId, stance })
  const count = (by: Viewer, source: string, [agree, unsure, disagree]: [string, string, string]) =>
    services.countAdvisory(by, { workshopId, ballotId, source, agree, unsure, disagree })
  const phone = async (by: Viewer) => (await services.roomPage(by, workshopId)).ballot
  const desk = async () => (await services.workshopConsole(moderator, workshopId)).ballot
  const wall = async () => (await services.projectorView(moderator, workshopId, '')).ballot
  const close = () => services.closeBallot(moderator, { ballotId, reason: 'The room has voted.' })
  return { deps, services, ...world, workshopId, outsider, voter, ada, say, count, phone, desk, wall, close }
}

it('[V2] who is on the electorate finds the paper of the real ballot on the phone', async () => {
  const { deps, phone, voter, ballotId, owner, services } = await room()
  expect(await phone(voter)).toMatchObject({
    state: 'open',
    paper: { id: ballotId, mine: { mayVote: true, castAt: null }, electorate: { count: 5 } },
    whyNot: null,
    advisory: { may: false, own: null },
  })
  const { contentHash } = (await phone(voter))?.paper ?? {}
  expect(contentHash).toBe((await services.ballotText(owner, ballotId))?.contentHash)
  await vote(deps, voter, ballotId, 'agree')
  expect((await phone(voter))?.paper?.mine).toMatchObject({ mayVote: true, castAt: deps.now() })
})

it('[V3] others are told why they do not vote, and give an advisory answer once each', async () => {
  const { deps, phone, say, ada, outsider, voter, workshopId } = await room()
  expect(await phone(ada)).toMatchObject({ paper: null, whyNot: expect.stringMatching(/^Guests do not vote/) })
  expect(await phone(outsider)).toMatchObject({ paper: null, whyNot: expect.stringMatching(/not on the electorate/) })
  await say(ada, 'agree')
  await say(ada, 'unsure')
  await say(outsider, 'disagree')
  expect((await phone(ada))?.advisory).toEqual({ may: true, own: 'unsure' })
  await expect(say(voter, 'agree')).rejects.toMatchObject({ code: 'conflict' })
  await expect(say(ada, 'maybe')).rejects.toMatchObject({ code: 'bad-input', field: 'stance' })
  const stranger = await makeAccount(deps, { role: 'contributor', name: 'Sven' })
  await expect(say(stranger, 'agree')).rejects.toMatchObject({ code: 'not-allowed' })
  await changeWorkshop(deps, workshopId, { phase: 2 })
  await expect(say(ada, 'agree')).rejects.toMatchObject({ code: 'conflict' })
})

it('[V4] facilitators enter hands and slips as counts, correct them until it closes, and nobody else does', async () => {
  const { services, count, desk, moderator, voter, ada, close, workshopId, deps, owner, draftId } = await room()
  await expect(count(voter, 'hands', ['1', '', ''])).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(count(ada, 'hands', ['1', '', ''])).rejects.toMatchObject({ code: 'signed-out' })
  await expect(count(moderator, 'feet', ['1', '', ''])).rejects.toMatchObject({ field: 'source' })
  await expect(count(moderator, 'hands', ['x', '', ''])).rejects.toMatchObject({ field: 'agree' })
  await count(moderator, 'hands', ['9', '', '1'])
  await count(moderator, 'hands', ['12', '1', '3'])
  await count(moderator, 'paper', ['4', '', ''])
  expect((await desk())?.entered).toEqual({
    hands: { agree: 12, unsure: 1, disagree: 3 },
    paper: { agree: 4, unsure: 0, disagree: 0 },
    answered: 0,
  })
  const other = await makeWorkshop(deps, owner.actorId, { code: 'DEF4827' })
  const elsewhere = { workshopId: other, ballotId: (await desk())?.id ?? '', source: 'hands' }
  const counts = { agree: '1', unsure: '', disagree: '' }
  await expect(services.countAdvisory(moderator, { ...elsewhere, ...counts })).rejects.toMatchObject({
    code: 'not-found',
  })
  const before = (await services.ballotPage(moderator, (await desk())?.id ?? '')).turnout
  expect(before).toBe(0)
  await close()
  await expect(count(moderator, 'hands', ['1', '', ''])).rejects.toMatchObject({ code: 'too-late' })
  const entries = (await listEventsAfter(deps.store.read, 0, 1000, { subject: `workshop/${workshopId}` })).filter(
    ({ type }) => type === 'workshop.votes-entered',
  )
  expect(entries.map(({ payload }) => payload.source)).toEqual(['hands', 'hands', 'paper'])
  expect(draftId).toBeTruthy()
})

it('[V5] [V6] nothing beside a ballot is seen or recorded in the open before it closes; then it is told, as not counted', async () => {
  const { deps, services, say, count, phone, desk, wall, close, ...world } = await room()
  const { ada, outsider, moderator, voter, owner, admin, voters, ballotId, workshopId } = world
  await say(ada, 'disagree')
  await say(outsider, 'disagree')
  await count(moderator, 'hands', ['3701', '', '4101'])
  await vote(deps, voter, ballotId, 'agree')
  await vote(deps, voters[1], ballotId, 'agree')
  const events = () => listEventsAfter(deps.store.read, 0, 1000, { subject: `workshop/${workshopId}` })
  for (const by of [ada, outsider, voter]) {
    expect(await phone(by)).toMatchObject({ result: null })
    expect(JSON.stringify(await phone(by))).not.toMatch(/3701|4101/)
  }
  for (const by of [owner, moderator, admin]) {
    expect((await services.ballotPage(by, ballotId)).advisory).toEqual([])
    expect(JSON.stringify((await services.workshopPage(by, workshopId, '')).minutes)).not.toMatch(/3701|"advisory":\{/)
  }
  expect(await wall()).toMatchObject({ result: null, turnout: 2 })
  expect(JSON.stringify((await events()).map(({ payload }) => payload))).not.toMatch(/3701|disagree/)
  expect(await desk()).toMatchObject({ result: null, entered: { answered: 2 } })

  await close()
  const said = {
    online: { agree: 0, unsure: 0, disagree: 2 },
    hands: { agree: 3701, unsure: 0, disagree: 4101 },
    paper: null,
  }
  const shown = {
    advisory: said,
    sentence: expect.stringContaining('2 agree, 0 with reservations, 0 abstain, 0 object'),
  }
  expect(await desk()).toMatchObject({ result: shown, revealed: false, entered: null })
  expect([await wall(), await phone(ada)]).toMatchObject([{ result: null }, { result: null }])
  await services.chooseProjection(moderator, { workshopId, projector: 'result' })
  expect([await wall(), await phone(ada), await phone(voter)]).toMatchObject(
    Array.from({ length: 3 }, () => ({ result: shown })),
  )
  await changeWorkshop(deps, workshopId, { phase: 2, projector: 'follow' })
  expect(await phone(ada)).toMatchObject({ result: shown })
  expect(JSON.stringify(await wall())).not.toMatch(/Ada|Omar|Tomasz/)
  const closed = (await events()).find(({ type }) => type === 'workshop.advisory-closed')
  expect(closed?.payload).toMatchObject({ ballot: ballotId, counted: false, ...said })

  const page = await services.ballotPage(owner, ballotId)
  expect(page.advisory).toEqual([{ ...said, workshop: workshopId }])
  expect(page.known?.outcome).toMatchObject({ turnout: 2, tally: { agree: 2, object: 0 } })
  const { minutes } = await services.workshopPage(owner, workshopId, '')
  expect(minutes?.drafts[0]?.ballots[0]?.advisory).toMatchObject(said)
  expect(await services.minutesText(owner, workshopId)).toContain(
    'Not counted: Raised hands, as a facilitator counted them: 3701 agree · 0 unsure · 4101 disagree.',
  )
})

it('[V3] [V4] past the closing time nothing is taken, though nobody has counted yet', async () => {
  const { deps, say, count, ada, moderator, phone } = await room()
  deps.setNow(deps.now() + 10 * minute)
  await expect(say(ada, 'agree')).rejects.toMatchObject({ code: 'too-late' })
  await expect(count(moderator, 'paper', ['1', '', ''])).rejects.toMatchObject({ code: 'too-late' })
  expect(await phone(ada)).toMatchObject({ state: 'counting', advisory: { may: false }, result: null })
})
