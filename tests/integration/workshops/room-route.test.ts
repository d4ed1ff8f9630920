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
    const other = browser()
    await other(`/w/${code}`, { intent: 'join', name: 'Ben' })
    expect((await other(`/w/${code}`)).html).not.toContain(text)
    await go('argue')
    const open = (await other(`/w/${code}`)).html
    expect(open).toContain(text)
    expect(open).toContain('Candidate 1, by Ada')
    expect(open).toContain('What was before')
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
