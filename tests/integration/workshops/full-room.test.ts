import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RoomData } from '../../../bench/workshop/person.ts'
import { Person, pause } from '../../../bench/workshop/person.ts'
import type { Venue } from '../../../bench/workshop/venue.ts'
import { openVenue } from '../../../bench/workshop/venue.ts'
import { findWorkshop } from '../../../db/queries/workshops.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { showCode } from '../../../domain/workshops/code.ts'
import { createServices } from '../../../server/services.ts'
import { makeAccount, makeSession } from '../../factories/accounts.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

const members = 30
const guests = 10
const people = members + guests

let server: TestServer
let venue: Venue
let lead: Viewer
let workshopId: string
let draftId: string
let code: string
let crowd: Person[] = []
beforeAll(async () => {
  server = await startTestServer()
  const { deps } = server
  const services = createServices(deps)
  lead = await server.account('moderator')
  draftId = (await services.createDraft(lead, { kind: 'strategy', title: 'A pause for a full hall' })).id
  const planned = await services.createWorkshop(lead, {
    title: 'A full hall',
    purpose: 'Everybody hears everything.',
    startsAt: new Date(Date.now() + 60_000).toISOString().slice(0, 16),
    zone: 'UTC',
    template: '60',
    hearing: 'falsification',
    guests: 'welcome',
    capacity: '60',
    draftIds: [draftId],
  })
  workshopId = planned.id
  code = showCode((await findWorkshop(deps.store.read, workshopId))?.code ?? '')
  await services.startWorkshop(lead, { workshopId })
  venue = await openVenue(Number(new URL(server.url).port), { oneWayMs: 20, lossShare: 0.02 })
  for (let i = 0; i < people; i += 1) {
    const cookie = i < members ? await makeSession(deps, await makeAccount(deps, { name: `Member ${i + 1}` })) : ''
    crowd.push(new Person(venue.origin, code, cookie))
  }
}, 120_000)
afterAll(async () => {
  for (const one of crowd) one.leave()
  crowd = []
  await venue.close()
  await server.stop()
})

/** All see it, without anybody loading a page again. */
async function allSee(holds: (data: RoomData) => boolean, act: () => Promise<unknown>): Promise<void> {
  const seen = crowd.map((one) => one.sees(holds))
  await act()
  await Promise.all(seen)
}

const own = (data: RoomData) => data.room.wordings?.list.filter(({ n }) => n > 0) ?? []

it('forty phones hear every phase, see every wording, lose nothing to a break, and their votes count once', async () => {
  const services = createServices(server.deps)
  const go = (to: number) => services.changePhase(lead, { workshopId, move: 'go', to: String(to) })
  const phase = (position: number) => (data: RoomData) => data.room.phase?.position === position
  await Promise.all(crowd.map((one, i) => one.join(i < members ? '' : `Guest ${i}`)))
  const [first] = crowd as [Person]
  await Promise.all(crowd.map(async (one) => one.listen((await one.look()).room.topics)))

  await allSee(phase(2), () => go(2))
  await allSee(phase(3), () => go(3))
  const threadId = (await first.look()).room.wordings?.threadId ?? ''
  const text = (i: number) => `Signal ${i + 1}: three of five audits find what was excluded.`
  await Promise.all(crowd.map((one, i) => one.send({ intent: 'room-propose', threadId, text: text(i) })))
  // It is silent: nobody sees but their own.
  for (const data of await Promise.all(crowd.map((one) => one.look()))) expect(own(data)).toHaveLength(1)
  await allSee(
    (data) => own(data).length === people,
    () => go(4),
  )
  const room = await first.look()
  expect(new Set(own(room).map((one) => one.text))).toEqual(new Set(crowd.map((_, i) => text(i))))

  // The network goes while half of them judge a wording and give a reason, and comes back a moment later.
  const judged = crowd.map((_, i) => {
    const { n, seen } = own(room).find((one) => one.text === text((i + 1) % people)) as { n: number; seen: string }
    return { about: { threadId, candidate: String(n) }, n, seen }
  })
  const sending = crowd.map(async (one, i) => {
    const { about, seen } = judged[i] as (typeof judged)[number]
    await pause(i % 2 === 0 ? 0 : 400 + 10 * i)
    await one.send({ intent: 'room-react', ...about, stance: 'agree', seen })
    await one.send({ intent: 'room-reason', ...about, type: 'for', text: `Reason ${i + 1}.` })
  })
  await pause(60)
  venue.out()
  await pause(1_000)
  await services.broadcast(lead, { workshopId, broadcast: 'The network is back.' })
  await allSee(
    (data) => data.room.broadcast === 'The network is back.',
    async () => venue.back(),
  )
  await Promise.all(sending)
  const looks = await Promise.all(crowd.map((one) => one.look()))
  for (const [i, data] of looks.entries()) {
    const wording = own(data).find(({ n }) => n === judged[i]?.n)
    // Taken twice, a judgement would be taken back and a reason stand twice.
    expect(wording?.reaction, `reaction of ${i}`).toBe('agree')
    expect(wording?.reasons.for.map((reason) => reason.text)).toEqual([`Reason ${i + 1}.`])
    expect(wording?.reasons.more).toBe(0)
  }

  await go(8)
  const { id: ballotId } = await services.openRoomBallot(lead, { workshopId, draftId, minutes: '30', quorum: '0' })
  const choices = ['agree', 'agree', 'abstain'] as const
  await Promise.all(
    crowd.slice(0, members).map(async (one, i) => {
      const { status } = await one.ask(`/ballots/${ballotId}`, { intent: 'cast', choice: choices[i % 3] ?? '' })
      expect(status).toBe(200)
    }),
  )
  await allSee(
    (data) => data.room.ballot?.state === 'closed',
    () => services.closeBallot(lead, { ballotId, reason: 'The room has voted.' }),
  )
  const { known } = await services.ballotPage(lead, ballotId)
  expect(known?.outcome).toMatchObject({ tally: { agree: 20, abstain: 10, object: 0 }, turnout: members })
}, 120_000)

it('tells the page’s data to who is in the room, and to nobody else', async () => {
  const { deps } = server
  const [first] = crowd as [Person]
  expect((await first.ask(`/w/${code}.json`)).status).toBe(200)
  const outside = await makeSession(deps, await makeAccount(deps))
  for (const cookie of ['', outside]) {
    const answer = await new Person(server.url, code, cookie).ask(`/w/${code}.json`)
    expect(answer).toMatchObject({ status: 404, text: '' })
  }
  // A wrong code is answered as one of a room that one is not in.
  expect(await new Person(server.url, code, outside).ask('/w/ABC-2345.json')).toMatchObject({ status: 404, text: '' })
})
