import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { actors, guests, workshopPeople, workshops } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { showCode } from '../../../domain/workshops/code.ts'
import type { Visitor } from '../../../server/accounts/start-session.ts'
import { createServices } from '../../../server/services.ts'
import { viewerOfCookie } from '../../../server/viewer.ts'
import { makeAccount } from '../../factories/accounts.ts'
import { changeWorkshop, makeWorkshop } from '../../factories/live-room.ts'
import { testDeps } from '../../factories/test-deps.ts'

const visitor: Visitor = { sessionId: null, address: '192.0.2.7', device: 'Firefox on Android', secure: false }

async function joinWorld(options: Parameters<typeof makeWorkshop>[2] = {}) {
  const deps = testDeps()
  const services = createServices(deps)
  const lead = await makeAccount(deps, { role: 'facilitator', name: 'Lea' })
  const id = await makeWorkshop(deps, lead.actorId, options)
  const join = (viewer: Viewer | null = null, name = 'Ada', code = 'abc 4827') =>
    services.joinWorkshop(viewer, { code, name, visitor })
  /** Who holds the cookie that joining set. */
  const holder = async (setCookie: string | null) =>
    (await viewerOfCookie(deps, { cookie: (setCookie ?? '').split(';')[0] }))?.viewer ?? null
  const guest = async (name = 'Ada') => {
    const { cookie } = await join(null, name)
    return { cookie, viewer: (await holder(cookie)) as Viewer }
  }
  return { deps, services, lead, id, join, holder, guest }
}

describe('joining a workshop', () => {
  it('[J2] makes a guest of who has no account, with a session of their own', async () => {
    const { deps, id, join, holder } = await joinWorld()
    const { cookie, workshopId } = await join(null, '  Ada   Byron ')
    expect(workshopId).toBe(id)
    const viewer = await holder(cookie)
    expect(viewer).toMatchObject({ name: 'Ada Byron', role: 'guest', suspended: false })
    expect(await join(viewer)).toEqual({ workshopId: id, cookie: null })
    expect(await deps.store.read.$count(guests)).toBe(1)
  })

  it('[J2] lets an account in as itself', async () => {
    const { deps, join } = await joinWorld()
    const member = await makeAccount(deps, { name: 'Ben' })
    expect((await join(member, '')).cookie).toBeNull()
    const people = await deps.store.read.select().from(workshopPeople).where(eq(workshopPeople.actorId, member.actorId))
    expect(people).toMatchObject([{ role: 'participant', leftAt: null }])
    expect(await deps.store.read.$count(guests)).toBe(0)
  })

  it('says what to do about a name or a code', async () => {
    const { join } = await joinWorld()
    await expect(join(null, 'A')).rejects.toMatchObject({ field: 'name', code: 'bad-input' })
    await expect(join(null, 'A'.repeat(41))).rejects.toMatchObject({ field: 'name' })
    await expect(join(null, 'Ada', 'ABO-4827')).rejects.toMatchObject({ field: 'code', code: 'bad-input' })
    await expect(join(null, 'Ada', 'ABC-4828')).rejects.toMatchObject({ field: 'code', code: 'not-found' })
  })

  it('[J1] counts wrong codes of a network, and not right ones', async () => {
    const { join } = await joinWorld()
    for (let n = 0; n < 35; n += 1) await join(null, `Guest ${n}`)
    for (let n = 0; n < 30; n += 1) await expect(join(null, 'Ada', 'XYZ-2222')).rejects.toMatchObject({ field: 'code' })
    await expect(join(null, 'Ada', 'XYZ-2222')).rejects.toMatchObject({ code: 'too-many' })
  })

  it.each([
    ['too-late', { state: 'ended' as const, endedAt: 1 }],
    ['not-found', { codeRevokedAt: 1 }],
    ['not-ready', { state: 'planned' as const, startsAt: Date.UTC(2027, 1, 1) }],
    ['not-allowed', { guests: 'refused' as const }],
    ['conflict', { capacity: 1 }],
  ])('[J3] [J4] [J5] refuses with %s where it stands like that', async (code, change) => {
    const { join } = await joinWorld({ change })
    await expect(join()).rejects.toMatchObject({ code })
  })

  it('[J7] [J8] lets a guest rename and leave; its session ends', async () => {
    const { deps, services, id, guest, holder } = await joinWorld()
    const { cookie, viewer } = await guest()
    await services.renameGuest(viewer, { name: 'Augusta' })
    expect((await holder(cookie))?.name).toBe('Augusta')
    await expect(services.renameGuest(viewer, { name: '' })).rejects.toMatchObject({ field: 'name' })
    await services.leaveWorkshop(viewer, { workshopId: id, secure: false })
    expect(await holder(cookie)).toBeNull()
    const [actor] = await deps.store.read.select().from(actors).where(eq(actors.id, viewer.actorId))
    expect(actor?.name).toBe('Augusta')
  })

  it('[J9] [J6] takes somebody out, who is nobody from then on', async () => {
    const { deps, services, lead, id, join, guest, holder } = await joinWorld()
    const { cookie, viewer } = await guest()
    const member = await makeAccount(deps)
    await join(member)
    const remove = (by: Viewer, actorId: string) => services.removePerson(by, { workshopId: id, actorId })
    await expect(remove(member, viewer.actorId)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(remove(viewer, member.actorId)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(remove(lead, lead.actorId)).rejects.toMatchObject({ code: 'not-allowed' })
    await remove(lead, viewer.actorId)
    await remove(lead, member.actorId)
    expect(await holder(cookie)).toBeNull()
    await expect(join(member)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(services.renameGuest(viewer, { name: 'Other' })).rejects.toMatchObject({ code: 'signed-out' })
    await expect(remove(lead, member.actorId)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('[J10] revokes and renews the code; who is in stays in', async () => {
    const { services, lead, id, join, guest, holder } = await joinWorld()
    const { cookie } = await guest()
    await services.changeWorkshopCode(lead, { workshopId: id, act: 'revoke' })
    await expect(join(null, 'Eve')).rejects.toMatchObject({ code: 'not-found' })
    await services.changeWorkshopCode(lead, { workshopId: id, act: 'renew' })
    await expect(join(null, 'Eve')).rejects.toMatchObject({ code: 'not-found' })
    expect(await holder(cookie)).not.toBeNull()
  })

  it('[J10] leads whoever is in the room from its old code to the new one', async () => {
    const { deps, services, lead, id, join, guest } = await joinWorld()
    const member = await makeAccount(deps)
    const other = await makeWorkshop(deps, lead.actorId, { code: 'DEF2345' })
    await join(member, '', 'DEF-2345')
    deps.setNow(deps.now() + 1)
    await join(member)
    const { viewer } = await guest()
    const stranger = await makeAccount(deps)
    expect(await services.renewedCode(member, 'ABC-4827')).toBeNull()
    await services.changeWorkshopCode(lead, { workshopId: id, act: 'renew' })
    const [row] = await deps.store.read.select().from(workshops).where(eq(workshops.id, id))
    const renewed = showCode(row?.code ?? '')
    expect(await services.renewedCode(member, 'ABC-4827')).toBe(renewed)
    expect(await services.renewedCode(viewer, 'ABC-4827')).toBe(renewed)
    expect(await services.renewedCode(member, 'DEF-2345')).toBeNull()
    expect(await services.renewedCode(stranger, 'ABC-4827')).toBeNull()
    expect(await services.renewedCode(null, 'ABC-4827')).toBeNull()
    await services.removePerson(lead, { workshopId: id, actorId: member.actorId })
    expect(await services.renewedCode(member, 'ABC-4827')).toBe('DEF-2345')
    await changeWorkshop(deps, other, { state: 'ended', endedAt: deps.now() })
    expect(await services.renewedCode(member, 'ABC-4827')).toBeNull()
  })

  it('[A12] a guest is nobody a day after the end', async () => {
    const { deps, id, guest, holder } = await joinWorld()
    const { cookie } = await guest()
    await changeWorkshop(deps, id, { state: 'ended', endedAt: deps.now() - 24 * 3_600_000 + 1 })
    expect(await holder(cookie)).not.toBeNull()
    deps.setNow(deps.now() + 1)
    expect(await holder(cookie)).toBeNull()
  })
})
