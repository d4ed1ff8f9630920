import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { closeCodes } from '../../../collab/close-codes.ts'
import { fieldsRoot } from '../../../collab/doc-shape.ts'
import { findDraftFor } from '../../../db/queries/drafts.ts'
import { listInRoom } from '../../../db/queries/workshop-people.ts'
import { listTables } from '../../../db/queries/workshop-tables.ts'
import { docUpdates, workshops } from '../../../db/schema.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { createServices } from '../../../server/services.ts'
import { viewerOfCookie } from '../../../server/viewer.ts'
import { connect, synced, until } from '../../factories/collab-clients.ts'
import type { TestPerson } from '../../factories/draft-world.ts'
import { createPerson, createTestDraft } from '../../factories/draft-world.ts'
import type { TestPhase } from '../../factories/live-room.ts'
import { changeWorkshop, makeWorkshop } from '../../factories/live-room.ts'
import { listenForSockets } from '../../factories/socket-server.ts'
import type { TestDeps } from '../../factories/test-deps.ts'
import { testDeps } from '../../factories/test-deps.ts'

async function asGuest(deps: TestDeps, name: string): Promise<TestPerson & { viewer: Viewer }> {
  const visitor = { sessionId: null, address: '192.0.2.7', device: 'Test', secure: false }
  const services = createServices(deps)
  const { cookie } = await services.joinWorkshop(null, { code: 'ABC-4827', name, visitor })
  const header = (cookie ?? '').split(';')[0] ?? ''
  const viewer = (await viewerOfCookie(deps, { cookie: header }))?.viewer as Viewer
  return { id: viewer.actorId, name, colour: viewer.colour, cookie: header, token: '', viewer }
}

async function wireWorld(phases: readonly TestPhase[]) {
  const deps = testDeps()
  const lead = await createPerson(deps, 'Lea', 'facilitator')
  const owner = await createPerson(deps, 'Ben')
  const draftId = await createTestDraft(deps, owner, { visibility: 'private' })
  const workshopId = await makeWorkshop(deps, lead.id, { drafts: [draftId], phases })
  const port = await listenForSockets(deps)
  const write = (client: ReturnType<typeof connect>, text: string) =>
    client.doc.getMap(fieldsRoot).set('source-note', text)
  const stored = async () => (await deps.collab.readDraft(draftId)).content.fields['source-note']
  return { deps, lead, owner, draftId, workshopId, port, write, stored }
}

const everybody: TestPhase = { kind: 'co-write', writers: 'everyone' }

describe('[G3] sockets of a draft that a live workshop works on', () => {
  it('take what a guest writes while the phase lets everyone, and nothing once the phase is another', async () => {
    const { deps, draftId, workshopId, port, write, stored } = await wireWorld([everybody, { kind: 'ballot' }])
    const ada = await asGuest(deps, 'Ada')
    const client = connect(port, draftId, ada)
    await synced(client)
    write(client, 'by a guest')
    await client.saved()
    expect(await stored()).toBe('by a guest')
    // As the move to the next phase does it; the socket is told by the watch, without being named.
    await changeWorkshop(deps, workshopId, { phase: 2 })
    await until('the socket is locked', () => client.codes.includes(closeCodes.notAllowed), 2_000)
    const before = await deps.store.read.$count(docUpdates)
    write(client, 'too late')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await deps.store.read.$count(docUpdates)).toBe(before)
  })

  it('lock within two seconds for all but facilitators', async () => {
    const { deps, lead, owner, draftId, workshopId, port, write, stored } = await wireWorld([everybody])
    const ada = await asGuest(deps, 'Ada')
    const [a, l] = [connect(port, draftId, ada), connect(port, draftId, lead)]
    await synced(a, l)
    await changeWorkshop(deps, workshopId, { locked: true })
    await until('the guest is locked', () => a.codes.includes(closeCodes.notAllowed), 2_000)
    write(l, 'by the facilitator')
    await l.saved()
    expect(await stored()).toBe('by the facilitator')
    expect(l.codes).toEqual([])
    // The owner is not in the room: reads, and writes nothing.
    const b = connect(port, draftId, owner)
    await synced(b)
    write(b, 'by the owner')
    await until('the owner is refused', () => b.codes.length > 0)
    expect(await stored()).toBe('by the facilitator')
  })

  it('lock fifteen seconds after the time of a phase that says so', async () => {
    const { deps, draftId, workshopId } = await wireWorld([{ ...everybody, locksAtEnd: true }])
    const ada = await asGuest(deps, 'Ada')
    const may = async () => {
      const found = await findDraftFor(deps.store.read, draftId, ada.id)
      return found && can(ada.viewer, 'draft.write', found.thing)
    }
    await changeWorkshop(deps, workshopId, { phaseEndsAt: Date.now() - 14_000 })
    expect(await may()).toBe(true)
    await changeWorkshop(deps, workshopId, { phaseEndsAt: Date.now() - 15_001 })
    expect(await may()).toBe(false)
    await changeWorkshop(deps, workshopId, { phaseEndsAt: null, pausedLeft: 60_000 })
    expect(await may()).toBe(true)
  })

  it('[J9] close within two seconds for a guest who is taken out, who does not come back', async () => {
    const { deps, lead, draftId, workshopId, port } = await wireWorld([everybody])
    const ada = await asGuest(deps, 'Ada')
    const client = connect(port, draftId, ada)
    await synced(client)
    const by: Viewer = { actorId: lead.id, name: 'Lea', role: 'facilitator', colour: '', suspended: false }
    await createServices(deps).removePerson(by, { workshopId, actorId: ada.id })
    await until('signed out', () => client.codes.includes(closeCodes.signedOut), 2_000)
  })

  it('[G1] close when the workshop ends, for a guest who reads the draft only through it', async () => {
    const { deps, draftId, workshopId, port } = await wireWorld([{ kind: 'read' }])
    const client = connect(port, draftId, await asGuest(deps, 'Ada'))
    await synced(client)
    await deps.store.tx((q) => q.update(workshops).set({ state: 'ended' }).where(eq(workshops.id, workshopId)))
    await until('unknown', () => client.codes.includes(closeCodes.unknownRoom), 2_000)
  })
})

describe('[G5] sockets of what the tables of a room work on', () => {
  it('take words from who sits there and from facilitators, and follow within two seconds who moves, and the plenum', async () => {
    const { deps, lead, draftId, workshopId, port, write } = await wireWorld([everybody])
    await changeWorkshop(deps, workshopId, { tables: 2 })
    const [ada, bo] = [await asGuest(deps, 'Ada'), await asGuest(deps, 'Bo')]
    const services = createServices(deps)
    const by: Viewer = { actorId: lead.id, name: 'Lea', role: 'facilitator', colour: '', suspended: false }
    const common = connect(port, draftId, ada)
    await synced(common)
    await services.goToTables(by, { workshopId })
    await until('the common text is locked', () => common.codes.includes(closeCodes.notAllowed), 2_000)
    const people = await listInRoom(deps.store.read, workshopId)
    const seat = (id: string) => people.find(({ actorId }) => actorId === id)?.table
    const tables = await listTables(deps.store.read, workshopId, 1)
    const forkAt = (n: number | null | undefined) => tables.find((one) => one.n === n)?.forkId ?? ''
    const [own, other] = [forkAt(seat(ada.id)), forkAt(seat(bo.id))]
    expect(own).not.toBe(other)
    const note = async (id: string) => (await deps.collab.readDraft(id)).content.fields['source-note']

    const [a, b, l] = [connect(port, own, ada), connect(port, own, bo), connect(port, own, lead)]
    await synced(a, b, l)
    write(a, 'by Ada')
    await a.saved()
    write(b, 'by Bo')
    await until('another table is refused', () => b.codes.includes(closeCodes.notAllowed), 2_000)
    write(l, 'by Lea')
    await l.saved()
    expect(await note(own)).toBe('by Lea')

    await services.moveToTable(by, { workshopId, actorId: ada.id, table: String(seat(bo.id)) })
    await until('who moved is locked', () => a.codes.includes(closeCodes.notAllowed), 2_000)
    const there = connect(port, other, ada)
    await synced(there)
    write(there, 'by Ada, elsewhere')
    await there.saved()
    expect(await note(other)).toBe('by Ada, elsewhere')
    await services.backToPlenum(by, { workshopId })
    await until('the tables stand still', () => there.codes.includes(closeCodes.notAllowed), 2_000)
    expect(l.codes).toEqual([])
  })
})
