import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findWorkshop, listPhases } from '../../../db/queries/workshops.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { showCode } from '../../../domain/workshops/code.ts'
import { createServices } from '../../../server/services.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
let facilitator: Viewer
let workshopId: string
let code: string
beforeAll(async () => {
  server = await startTestServer()
  const services = createServices(server.deps)
  facilitator = await server.account('facilitator')
  const { id: draftId } = await services.createDraft(facilitator, { kind: 'strategy', title: 'A pause by treaty' })
  const planned = await services.createWorkshop(facilitator, {
    title: 'One hour on a treaty',
    purpose: 'Agree what would prove it wrong.',
    startsAt: new Date(Date.now() + 3_600_000).toISOString().slice(0, 16),
    zone: 'UTC',
    template: '60',
    hearing: 'falsification',
    guests: 'welcome',
    capacity: '40',
    draftIds: [draftId],
  })
  workshopId = planned.id
  code = showCode((await findWorkshop(server.deps.store.read, workshopId))?.code ?? '')
}, 60_000)
afterAll(() => server.stop())

/** A browser without scripts, on a phone. */
function browser() {
  let cookie = ''
  return async function ask(path: string, fields?: Record<string, string>): Promise<{ status: number; html: string }> {
    const answer = await fetch(server.url + path, {
      method: fields ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { Origin: server.url, ...(cookie && { Cookie: cookie }) },
      ...(fields && { body: new URLSearchParams(fields) }),
    })
    const set = answer.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] ?? ''
    const to = answer.headers.get('location')
    if (to) return ask(to)
    return { status: answer.status, html: (await answer.text()).replaceAll('<!-- -->', '') }
  }
}

describe('the page of a participant, without scripts', () => {
  it('lets a guest in by a typed code, through the phases, and out', async () => {
    const services = createServices(server.deps)
    const ask = browser()
    const wrong = await ask('/join?code=abo')
    expect(wrong.status).toBe(400)
    expect(wrong.html).toContain('three letters and four digits')
    expect(wrong.html).toContain('value="abo"')
    expect((await ask('/w/ZZZ-9999')).status).toBe(404)
    expect((await ask(`/join?code=${code.toLowerCase()}`)).html).toContain('Your name, as others see it')
    const nameless = await ask(`/w/${code}`, { intent: 'join', name: 'A' })
    expect(nameless.status).toBe(400)
    expect(nameless.html).toContain('at least two characters')
    expect((await ask(`/w/${code}`, { intent: 'join', name: 'Ada' })).html).toContain('It begins')

    await services.startWorkshop(facilitator, { workshopId })
    const go = async (kind: string) => {
      const phases = await listPhases(server.deps.store.read, workshopId)
      const to = phases.find((phase) => phase.kind === kind)?.position
      await services.changePhase(facilitator, { workshopId, move: 'go', to: String(to) })
    }
    await go('statements')
    const silent = await ask(`/w/${code}`)
    expect(silent.html).toContain('Nobody sees it until this phase is over')
    const threadId = /name="threadId" value="([^"]+)"/.exec(silent.html)?.[1] ?? ''
    const text = 'No lab trains past the limit for two years.'
    expect((await ask(`/w/${code}`, { intent: 'room-propose', threadId, text })).html).toContain('Sent by you')
    expect((await ask(`/w/${code}`)).html).toMatch(/Sent\. You can edit it until .*when this phase is over/)
    const other = browser()
    await other(`/w/${code}`, { intent: 'join', name: 'Ben' })
    expect((await other(`/w/${code}`)).html).not.toContain(text)
    await go('argue')
    const open = (await other(`/w/${code}`)).html
    expect(open).toContain(text)
    expect(open).toContain('Candidate 1, by Ada')
    expect(open).toContain('What was before')
    expect(open).toContain('What it is for: Agree what would prove it wrong.')
    expect(open).toContain('1 wording, no reason yet.')
    await other(`/w/${code}`, { intent: 'room-react', threadId, candidate: '1', stance: 'agree' })
    expect((await other(`/w/${code}`)).html).toContain('1 agree')
    await other(`/w/${code}`, { intent: 'room-reason', threadId, candidate: '1', type: 'for', text: 'It can be seen.' })
    expect((await ask(`/w/${code}`)).html).toContain('It can be seen.')
    expect((await ask(`/w/${code}`, { intent: 'room-shout', threadId, text: 'Heard?' })).status).toBe(400)
    expect((await ask(`/w/${code}`)).html).not.toContain('Heard?')
    await go('ballot')
    const late = await other(`/w/${code}`, { intent: 'room-react', threadId, candidate: '1', stance: 'agree' })
    expect(late.status).toBe(403)
    expect((await other(`/w/${code}?tab=vote`)).status).toBe(200)
    expect((await other(`/w/${code}`, { intent: 'rename', name: 'Benno' })).html).toContain('value="Benno"')
    expect((await other(`/w/${code}`, { intent: 'leave' })).html).toContain('Join a workshop')
    expect((await other(`/w/${code}`)).html).toContain('Your name, as others see it')
  }, 60_000)
})

describe('[F1] [F2] looking around, without scripts', () => {
  it('reads the text and the own words, is told that the room has gone on, and goes back by a link', async () => {
    const services = createServices(server.deps)
    const draft = await services.createDraft(facilitator, { kind: 'strategy', title: 'A pause by law' })
    const { id } = await services.createWorkshop(facilitator, {
      title: 'Looking around',
      purpose: 'See the text.',
      startsAt: new Date(Date.now() + 3_600_000).toISOString().slice(0, 16),
      zone: 'UTC',
      template: '60',
      hearing: 'falsification',
      guests: 'welcome',
      capacity: '40',
      draftIds: [draft.id],
    })
    const here = `/w/${showCode((await findWorkshop(server.deps.store.read, id))?.code ?? '')}`
    const [ask, other] = [browser(), browser()]
    await services.startWorkshop(facilitator, { workshopId: id })
    await ask(here, { intent: 'join', name: 'Ada' })
    const said = 'Nobody signs within a year.'
    await services.changePhase(facilitator, { workshopId: id, move: 'go', to: '3' })
    const silent = (await ask(here)).html
    const threadId = /name="threadId" value="([^"]+)"/.exec(silent)?.[1] ?? ''
    await ask(here, { intent: 'room-propose', threadId, text: said })
    const text = (await ask(`${here}?tab=text&since=3`)).html
    expect(text).toContain('A pause by law')
    expect(text).toContain('You look around by yourself. The room: <strong>Silent wordings</strong>')
    expect(text).not.toContain('Back to the room')
    expect((await ask(`${here}?tab=me&since=3`)).html).toContain(said)
    await other(here, { intent: 'join', name: 'Ben' })
    expect((await other(`${here}?tab=me&since=3`)).html).not.toContain(said)

    await services.changePhase(facilitator, { workshopId: id, move: 'next' })
    const moved = (await ask(`${here}?tab=discuss&since=3`)).html
    expect(moved).toContain('The room has gone on: <strong>Argue</strong>')
    expect(moved).toMatch(new RegExp(`href="${here}">Back to the room`))
    const reason = { intent: 'room-reason', threadId, candidate: '1', type: 'against', text: 'Too vague to see.' }
    const given = (await ask(`${here}?tab=discuss&since=3`, reason)).html
    expect(given).toContain('Too vague to see.')
    expect(given).toContain('Back to the room')
    expect((await ask(here)).html).not.toContain('Back to the room')
  }, 60_000)
})

describe('[J2] a hall full of people', () => {
  it('comes in from one network within a minute', async () => {
    const services = createServices(server.deps)
    const { id: draftId } = await services.createDraft(facilitator, { kind: 'strategy', title: 'A full hall' })
    const { id } = await services.createWorkshop(facilitator, {
      title: 'A full hall',
      purpose: 'Come in.',
      startsAt: new Date(Date.now() + 3_600_000).toISOString().slice(0, 16),
      zone: 'UTC',
      template: '30',
      hearing: '',
      guests: 'welcome',
      capacity: '100',
      draftIds: [draftId],
    })
    const full = (await findWorkshop(server.deps.store.read, id))?.code ?? ''
    const join = (_: unknown, i: number) =>
      fetch(`${server.url}/w/${full}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: server.url },
        body: new URLSearchParams({ intent: 'join', name: `Guest ${i}` }),
      })
    const answers = await Promise.all(Array.from({ length: 90 }, join))
    expect(answers.filter(({ status }) => status !== 303).map(({ status }) => status)).toEqual([])
  })
})
