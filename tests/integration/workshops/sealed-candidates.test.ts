import { expect, it } from 'vitest'
import { proposeCandidate } from '../../../server/usecases/candidates/propose-candidate.ts'
import { candidateWorld } from '../../factories/candidate-world.ts'
import { enterRoom, makeGuest, makeWorkshop } from '../../factories/live-room.ts'

async function silentWorld() {
  const world = await candidateWorld()
  const { deps, draftId, facilitator, owner } = world
  const phases = [{ kind: 'statements' }, { kind: 'agree' }] as const
  const workshopId = await makeWorkshop(deps, facilitator.actorId, { drafts: [draftId], phases })
  await enterRoom(deps, workshopId, owner.actorId)
  const guest = await makeGuest(deps, workshopId, 'Ada')
  const say = (text: string) => proposeCandidate(deps, guest, { threadId: world.threadId, text })
  const leave = () => world.services.changePhase(facilitator, { workshopId, move: 'next' })
  const undo = () => world.services.undoAct(facilitator, { workshopId, at: '' })
  return { ...world, workshopId, guest, say, leave, undo }
}

it('[W14] what is proposed in a silent phase is known to its author alone until the phase is left', async () => {
  const { services, all, owner, facilitator, moderator, guest, say, leave, threadId, react } = await silentWorld()
  await say('A frontier lab trains past the limit.')
  const numbers = async (by: typeof owner | null) => (await all(by))?.list.map(({ n }) => n)
  for (const by of [owner, facilitator, moderator]) expect(await numbers(by)).toEqual([0])
  const own = (await services.threadPage(guest, threadId)).candidates?.list
  expect(own).toMatchObject([{ n: 0 }, { n: 1, mine: true, sealed: true }])
  expect(JSON.stringify(await services.threadOverview(owner, { id: threadId, search: '' }))).not.toContain('frontier')
  await expect(react(owner, 1, 'agree')).rejects.toMatchObject({ code: 'not-found' })
  const merge = services.mergeCandidate(facilitator, { threadId, candidate: '1', into: '0' })
  await expect(merge).rejects.toMatchObject({ code: 'not-found' })
  await leave()
  expect(await numbers(owner)).toEqual([0, 1])
  await react(owner, 1, 'agree')
})

it('[L4] shows who leads how the room reacted, and how to nobody else who did not', async () => {
  const { services, workshopId, threadId, all, owner, facilitator, say, leave, react } = await silentWorld()
  await say('A frontier lab trains past the limit.')
  await leave()
  await react(owner, 1, 'agree')
  await react(owner, 0, 'unsure')
  const console = await services.workshopConsole(facilitator, workshopId)
  expect(console.threadId).toBe(threadId)
  expect(console.candidates.map(({ n, reactions }) => [n, reactions])).toEqual([
    [0, { agree: 0, unsure: 1, disagree: 0 }],
    [1, { agree: 1, unsure: 0, disagree: 0 }],
  ])
  expect((await all(facilitator))?.list.map(({ reactions }) => reactions)).toEqual([null, null])
})

it('[W14] says nothing of others where two propose the same, and takes no room', async () => {
  const { all, owner, guest, say, leave, propose, services, threadId } = await silentWorld()
  await propose(owner, 'The same words.')
  await say('The same words.')
  for (let n = 0; n < 4; n += 1) await say(`Words ${n}.`)
  await expect(say('One more.')).rejects.toMatchObject({ field: 'text', code: 'conflict' })
  await services.rewordCandidate(guest, { threadId, candidate: '3', text: 'Better words.' })
  await services.withdrawCandidate(guest, { threadId, candidate: '4' })
  await say('One more.')
  await leave()
  const list = (await all(owner))?.list.map(({ n, text }) => `${n} ${text}`)
  expect(list).toEqual([
    '0 ',
    '1 The same words.',
    '2 The same words.',
    '3 Better words.',
    '5 Words 2.',
    '6 Words 3.',
    '7 One more.',
  ])
})

it('[W14] [U1] undoing the end of the silence seals again what it opened, and nothing else', async () => {
  const { all, owner, guest, say, leave, undo, propose, services, threadId } = await silentWorld()
  await propose(owner, 'Said before the silence.')
  await say('Said in silence.')
  await say('Given up later.')
  const shown = async () => (await all(owner))?.list.map(({ n }) => n)
  await leave()
  expect(await shown()).toEqual([0, 1, 2, 3])
  await services.withdrawCandidate(guest, { threadId, candidate: '3' })
  const there = await shown()
  await undo()
  expect(there).not.toEqual(await shown())
  expect(await shown()).not.toContain(2)
  expect(await shown()).toContain(1)
  expect((await services.threadPage(guest, threadId)).candidates?.list).toContainEqual(
    expect.objectContaining({ n: 2, sealed: true }),
  )
  await leave()
  expect(await shown()).toEqual(there)
})

it('[W14] tells no page of what is said in silence, and all of them when it is over', async () => {
  const { deps, say, leave, services, guest, threadId } = await silentWorld()
  const told: string[] = []
  deps.live.subscribe(({ topic, type }) => told.push(`${topic.split('/')[0]} ${type}`))
  await say('A frontier lab trains past the limit.')
  await services.rewordCandidate(guest, { threadId, candidate: '1', text: 'Two labs do.' })
  await services.withdrawCandidate(guest, { threadId, candidate: '1' })
  expect(told).toEqual([])
  await say('Three labs do.')
  await leave()
  expect(told).toContain('workshop workshop.phase-changed')
})
