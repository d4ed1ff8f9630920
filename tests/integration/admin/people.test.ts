import { describe, expect, it } from 'vitest'
import { createServices } from '../../../server/services.ts'
import { makeAccount, sessionOf } from '../../factories/accounts.ts'
import { testDeps } from '../../factories/test-deps.ts'

async function world() {
  const deps = testDeps()
  const services = createServices(deps)
  const admin = await makeAccount(deps, { role: 'admin', name: 'Zora' })
  const { sessionId } = await sessionOf(deps, admin)
  const look = (search: string, who = admin) => services.adminPeople(who, { search, sessionId })
  return { deps, services, admin, look }
}

describe('the accounts of the site', () => {
  it('are found by name, e-mail, role and state, with counts that do not depend on the search', async () => {
    const { deps, services, admin, look } = await world()
    const ann = await makeAccount(deps, { name: 'Ann Under_score', email: 'ann@example.org' })
    await makeAccount(deps, { name: 'Ben', email: 'ben@example.net', role: 'reviewer' })
    await services.suspendAccount(admin, { actorId: ann.actorId, days: '3', reason: 'A test.' })
    const names = async (search: string) => (await look(search)).rows.map(({ name }) => name)
    expect(await names('?q=UNDER_')).toEqual(['Ann Under_score'])
    expect(await names('?q=example.net')).toEqual(['Ben'])
    expect(await names('?q=%25')).toEqual([])
    expect(await names('?role=reviewer')).toEqual(['Ben'])
    expect(await names('?state=suspended')).toEqual(['Ann Under_score'])
    const { counts, dropped } = await look('?q=nobody&role=king')
    expect(counts).toMatchObject({ all: 3, suspended: 1 })
    expect(dropped).toEqual([{ name: 'role', value: 'king' }])
  })

  it('come fifty to a page, each once', async () => {
    const { deps, look } = await world()
    for (let n = 0; n < 60; n++) await makeAccount(deps, { name: 'Same name' })
    const [first, second] = [await look(''), await look('?page=2')]
    expect([first.rows.length, second.rows.length, first.pages]).toEqual([50, 11, 2])
    expect(new Set([...first.rows, ...second.rows].map(({ actorId }) => actorId)).size).toBe(61)
    expect(second.before).toBe('/admin/people')
  })

  it('say what this admin may do, and when somebody was last seen', async () => {
    const { deps, admin, look } = await world()
    const ann = await makeAccount(deps, { role: 'moderator', name: 'Ann' })
    const { rows, isFresh } = await look('')
    expect(isFresh).toBe(true)
    expect(rows.find(({ actorId }) => actorId === admin.actorId)).toMatchObject({
      ...{ isSelf: true, mayAppoint: false, maySuspend: false, seenAt: expect.any(Number) },
    })
    expect(rows.find(({ actorId }) => actorId === ann.actorId)).toMatchObject({
      ...{ isSelf: false, mayAppoint: true, maySuspend: true, seenAt: null },
    })
  })

  it('are shown to admins alone', async () => {
    const { deps, services, look } = await world()
    const moderator = await makeAccount(deps, { role: 'moderator' })
    await expect(look('', moderator)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(services.adminPeople(null, { search: '', sessionId: null })).rejects.toMatchObject({
      code: 'signed-out',
    })
  })
})
