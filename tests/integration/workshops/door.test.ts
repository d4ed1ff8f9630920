import { expect, it } from 'vitest'
import { findDraftFor } from '../../../db/queries/drafts.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { mayHear } from '../../../server/live/may-hear.ts'
import { createServices } from '../../../server/services.ts'
import { viewerOfCookie } from '../../../server/viewer.ts'
import { makeAccount } from '../../factories/accounts.ts'
import { createPerson, createTestDraft } from '../../factories/draft-world.ts'
import { changeWorkshop, makeWorkshop } from '../../factories/live-room.ts'
import { testDeps } from '../../factories/test-deps.ts'

const minute = 60_000
const code = 'ABC-4827'

/** A room over a private draft whose guests are let in one by one. */
async function doorWorld({ capacity = 40 } = {}) {
  const deps = testDeps()
  const services = createServices(deps)
  const lead = await makeAccount(deps, { role: 'facilitator', name: 'Lea' })
  const draftId = await createTestDraft(deps, await createPerson(deps, 'Ben'), { visibility: 'private' })
  const change = { guests: 'approve', capacity } as const
  const phases = [{ kind: 'agree', writers: 'everyone' }] as const
  const workshopId = await makeWorkshop(deps, lead.actorId, { drafts: [draftId], phases, change })
  const visitor = { sessionId: null, address: '192.0.2.7', device: 'Test', secure: false }
  async function ask(name: string): Promise<Viewer> {
    const { cookie } = await services.joinWorkshop(null, { code, name, visitor })
    return (await viewerOfCookie(deps, { cookie: (cookie ?? '').split(';')[0] ?? '' }))?.viewer as Viewer
  }
  const door = (by: Viewer | null) => services.roomDoor(by, { code, address: '192.0.2.7' })
  const answer = (act: 'let-in' | 'turn-away', who: Viewer | null = null, by: Viewer = lead) =>
    services.answerDoor(by, { workshopId, act, actorId: who?.actorId ?? '' })
  const waiting = async () => (await services.workshopConsole(lead, workshopId)).waiting.map(({ name }) => name)
  return { deps, services, lead, draftId, workshopId, ask, door, answer, waiting, visitor }
}

it('[J12] a guest waits at the door, sees the title alone, and has no rights in the room or on the wire', async () => {
  const { deps, services, draftId, workshopId, ask, door, waiting } = await doorWorld()
  expect(await door(null)).toMatchObject({ title: 'Falsifying a pause', purpose: null, lead: null, waiting: null })
  const ada = await ask('Ada')
  expect(await door(ada)).toMatchObject({ inside: false, purpose: null, lead: null, waiting: { answer: null } })
  expect(await waiting()).toEqual(['Ada'])
  await expect(services.roomPage(ada, workshopId)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(services.workshopPage(ada, workshopId, '')).rejects.toMatchObject({ code: 'not-found' })
  await expect(services.askToSpeak(ada, { workshopId, act: 'ask' })).rejects.toMatchObject({ code: 'not-allowed' })
  const draft = await findDraftFor(deps.store.read, draftId, ada.actorId)
  expect(draft && [can(ada, 'draft.read', draft.thing), can(ada, 'draft.write', draft.thing)]).toEqual([false, false])
  for (const topic of [`workshop/${workshopId}`, `draft/${draftId}`])
    expect(await mayHear(deps, ada, topic)).toBe(false)
  expect(await mayHear(deps, ada, `door/${ada.actorId}`)).toBe(true)
  const ben = await ask('Ben')
  expect(await mayHear(deps, ben, `door/${ada.actorId}`)).toBe(false)
})

it('[J12] is let in by who leads, told at once, and is then a guest like others', async () => {
  const { deps, services, draftId, workshopId, ask, door, answer, waiting } = await doorWorld()
  const ada = await ask('Ada')
  const told: string[] = []
  deps.live.subscribe(({ topic }) => told.push(topic))
  const member = await makeAccount(deps, { role: 'contributor', name: 'Omar' })
  await expect(answer('let-in', ada, member)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(answer('let-in', ada, ada)).rejects.toMatchObject({ code: 'signed-out' })
  await answer('let-in', ada)
  expect(told).toEqual([`workshop/${workshopId}`, `door/${ada.actorId}`])
  expect([await waiting(), (await door(ada)).inside]).toEqual([[], true])
  expect((await services.roomPage(ada, workshopId)).me).toMatchObject({ name: 'Ada', guest: true })
  const draft = await findDraftFor(deps.store.read, draftId, ada.actorId)
  expect(draft && can(ada, 'draft.write', draft.thing)).toBe(true)
  await expect(answer('let-in', ada)).rejects.toMatchObject({ code: 'conflict' })
})

it('[J12] is turned away, told so, and not let in again as the same person', async () => {
  const { services, ask, door, answer, waiting, visitor } = await doorWorld()
  const ada = await ask('Ada')
  await answer('turn-away', ada)
  expect(await door(ada)).toMatchObject({ inside: false, waiting: { answer: 'turned-away' } })
  await expect(services.joinWorkshop(ada, { code, name: 'Ada', visitor })).rejects.toMatchObject({
    code: 'not-allowed',
    detail: expect.stringContaining('not let in'),
  })
  await expect(answer('let-in', ada)).rejects.toMatchObject({ code: 'conflict' })
  expect(await waiting()).toEqual([])
})

it('[J12] [J5] all are let in or turned away at once, as far as the room holds them; who waits holds no place', async () => {
  const { deps, services, ask, answer, waiting, visitor, workshopId } = await doorWorld({ capacity: 3 })
  const guests = [await ask('Ada'), await ask('Ben'), await ask('Cem')]
  await expect(ask('Dor')).rejects.toMatchObject({ code: 'conflict' })
  await expect(answer('let-in')).rejects.toMatchObject({ detail: expect.stringContaining('a place for 2 more') })
  const member = await makeAccount(deps, { role: 'contributor', name: 'Omar' })
  await services.joinWorkshop(member, { code, name: '', visitor })
  await answer('let-in', guests[1])
  await expect(answer('let-in', guests[0])).rejects.toMatchObject({ detail: expect.stringContaining('for 0 more') })
  await changeWorkshop(deps, workshopId, { capacity: 10 })
  await answer('let-in')
  expect([await waiting(), (await services.roomPage(member, workshopId)).present]).toEqual([[], 5])
})

it('[J12] who was not seen for ten minutes waits no more, and who looks again does', async () => {
  const { deps, ask, door, answer, waiting } = await doorWorld()
  const ada = await ask('Ada')
  deps.setNow(deps.now() + 6 * minute)
  await door(ada)
  deps.setNow(deps.now() + 6 * minute)
  expect(await waiting()).toEqual(['Ada'])
  deps.setNow(deps.now() + 5 * minute)
  expect(await waiting()).toEqual([])
  await expect(answer('let-in', ada)).rejects.toMatchObject({ code: 'conflict' })
  await door(ada)
  expect(await waiting()).toEqual(['Ada'])
})

it('[J12] who waits when the door is opened to all goes in as the same guest', async () => {
  const { deps, services, ask, workshopId, visitor, waiting } = await doorWorld()
  const ada = await ask('Ada')
  await changeWorkshop(deps, workshopId, { guests: 'welcome' })
  expect(await services.joinWorkshop(ada, { code, name: '', visitor })).toEqual({ workshopId, cookie: null })
  expect((await services.roomPage(ada, workshopId)).me.name).toBe('Ada')
  expect(await waiting()).toEqual([])
})
