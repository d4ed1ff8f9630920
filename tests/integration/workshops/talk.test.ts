import { expect, it } from 'vitest'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { createServices } from '../../../server/services.ts'
import { makeAccount } from '../../factories/accounts.ts'
import { makeGuest, makeWorkshop } from '../../factories/live-room.ts'
import { testDeps } from '../../factories/test-deps.ts'

async function talkWorld() {
  const deps = testDeps()
  const services = createServices(deps)
  const lead = await makeAccount(deps, { role: 'facilitator', name: 'Lea' })
  const workshopId = await makeWorkshop(deps, lead.actorId)
  const [ada, ben] = [await makeGuest(deps, workshopId, 'Ada'), await makeGuest(deps, workshopId, 'Ben')]
  const act = (by: Viewer, what: string) => {
    deps.setNow(deps.now() + 1)
    return services.askToSpeak(by, { workshopId, act: what })
  }
  const talk = async (by: Viewer) => (await services.roomPage(by, workshopId)).talk
  return { deps, services, lead, ada, ben, workshopId, act, talk }
}

it('[Q1] [Q2] people ask to speak; who has not spoken comes first when a facilitator calls', async () => {
  const { lead, ada, ben, act, talk } = await talkWorld()
  await act(ada, 'ask')
  await expect(act(ada, 'ask')).rejects.toMatchObject({ code: 'conflict' })
  await expect(act(ben, 'call')).rejects.toMatchObject({ code: 'not-allowed' })
  await act(lead, 'call')
  expect(await talk(ada)).toMatchObject({ speaking: 'Ada', mine: 'speaking', waiting: [] })
  await act(lead, 'done')
  await act(ada, 'ask')
  await act(ben, 'ask')
  expect((await talk(ben)).waiting).toEqual(['Ben', 'Ada'])
  await act(ben, 'take-back')
  expect(await talk(ben)).toMatchObject({ waiting: ['Ada'], mine: null })
})

it('[Q2] who leaves or is taken out speaks and waits no more', async () => {
  const { services, lead, ada, ben, workshopId, act, talk } = await talkWorld()
  await act(ada, 'ask')
  await act(ben, 'ask')
  await act(lead, 'call')
  await services.removePerson(lead, { workshopId, actorId: ada.actorId })
  expect(await talk(lead)).toMatchObject({ speaking: null, waiting: ['Ben'] })
  await services.leaveWorkshop(ben, { workshopId, secure: false })
  expect(await talk(lead)).toMatchObject({ speaking: null, waiting: [] })
})

it('[H1] asks no hum into a silence', async () => {
  const { deps, services, lead } = await talkWorld()
  const workshopId = await makeWorkshop(deps, lead.actorId, { code: 'XYZ2345', phases: [{ kind: 'statements' }] })
  const asked = services.openHum(lead, { workshopId, question: 'Ready?' })
  await expect(asked).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('silence') })
})

it('[H1] [H2] a hum is answered once by each, changed until it closes, and shown only then, hands apart', async () => {
  const { services, lead, ada, ben, workshopId, talk } = await talkWorld()
  const answer = (by: Viewer, stance: string) => services.answerHum(by, { workshopId, stance })
  await expect(answer(ada, 'agree')).rejects.toMatchObject({ code: 'too-late' })
  await expect(services.openHum(ada, { workshopId, question: 'Ready?' })).rejects.toMatchObject({ code: 'signed-out' })
  await services.openHum(lead, { workshopId, question: 'Ready?' })
  await expect(services.openHum(lead, { workshopId, question: 'And?' })).rejects.toMatchObject({ code: 'conflict' })
  await answer(ada, 'agree')
  await answer(ada, 'disagree')
  await answer(ben, 'agree')
  const hands = { workshopId, agree: '12', unsure: '', disagree: '3' }
  await expect(services.countHands(lead, { ...hands, agree: 'many' })).rejects.toMatchObject({ field: 'agree' })
  await services.countHands(lead, { ...hands, agree: '9' })
  await services.countHands(lead, hands)
  expect((await talk(lead)).hum).toMatchObject({ open: true, answered: 2, counts: null, hands: null })
  await services.closeHum(lead, { workshopId })
  expect((await talk(ada)).hum).toMatchObject({
    own: 'disagree',
    counts: { agree: 1, unsure: 0, disagree: 1 },
    hands: { agree: 12, unsure: 0, disagree: 3 },
  })
  await expect(answer(ada, 'agree')).rejects.toMatchObject({ code: 'too-late' })
})

it('[J9] [Q2] the console shows who is there and who is away, takes people out, and calls who speaks', async () => {
  const { deps, services, lead, ada, ben, workshopId, act } = await talkWorld()
  const moderator = await makeAccount(deps, { role: 'moderator', name: 'Mo' })
  await act(ada, 'ask')
  deps.setNow(deps.now() + 3 * 60_000)
  await services.roomPage(ben, workshopId)
  // Who moderates need not be in the room.
  await act(moderator, 'call')
  const seen = async () => services.workshopConsole(moderator, workshopId)
  expect((await seen()).people.map(({ name, away, mayRemove }) => [name, away, mayRemove])).toEqual([
    ['Ben', false, true],
    ['Lea', false, false],
    ['Ada', true, true],
  ])
  expect((await seen()).talk).toMatchObject({ speaking: 'Ada', waiting: [], mine: null })
  await services.removePerson(lead, { workshopId, actorId: ada.actorId })
  await services.changeWorkshopCode(lead, { workshopId, act: 'revoke' })
  const after = await seen()
  expect([after.people.map(({ name }) => name), after.codeRevoked]).toEqual([['Ben', 'Lea'], true])
})
