import { asc } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { entries, events, signals, users } from '../../db/schema.ts'
import { checkRecord } from '../../server/usecases/record/check-record.ts'
import { createDemoAccounts } from '../../server/usecases/site/demo-accounts.ts'
import { prepareDatabase } from '../../server/usecases/site/prepare-database.ts'
import { atlasIndex } from '../../server/views/atlas-index.ts'
import { testDeps } from '../factories/test-deps.ts'

describe('preparing a database', () => {
  it('brings the atlas and no accounts when demo mode is off', async () => {
    const deps = testDeps({ DEMO: '0' })
    await prepareDatabase(deps, process.cwd())
    expect(await deps.store.read.$count(entries)).toBe(127)
    expect(await deps.store.read.$count(users)).toBe(0)
  })

  it('makes the six demo accounts once', async () => {
    const deps = testDeps({ DEMO: '1' })
    expect(await createDemoAccounts(deps)).toEqual({ created: 6, existing: 0 })
    expect(await createDemoAccounts(deps)).toEqual({ created: 0, existing: 6 })
    const rows = await deps.store.read.select({ email: users.email, role: users.role }).from(users)
    expect(Object.fromEntries(rows.map(({ email, role }) => [email, role]))).toEqual({
      'moderator@demo.invalid': 'moderator',
      'facilitator@demo.invalid': 'facilitator',
      'reviewer@demo.invalid': 'reviewer',
      'contributor@demo.invalid': 'contributor',
      'contributor2@demo.invalid': 'contributor',
      'admin@demo.invalid': 'admin',
    })
    const [event] = await deps.store.read.select().from(events)
    expect(JSON.stringify(event)).not.toContain('Edda')
  })

  it('begins a demo once, with deliberation after the import and a record that holds', async () => {
    const deps = testDeps({ DEMO: '1' })
    await prepareDatabase(deps, process.cwd())
    const rows = await deps.store.read.select().from(events).orderBy(asc(events.seq))
    const times = rows.map(({ at }) => at)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(rows.some(({ type }) => type === 'ballot.closed')).toBe(true)
    expect((await checkRecord(deps)).fault).toBeNull()
    await prepareDatabase(deps, process.cwd())
    expect(await deps.store.read.$count(events)).toBe(rows.length)
  })

  it('[F2] arms the signals of a database from before the ledger', async () => {
    const deps = testDeps({ DEMO: '0' })
    await prepareDatabase(deps, process.cwd())
    const armed = await deps.store.read.$count(signals)
    expect(armed).toBeGreaterThan(20)
    await deps.store.tx((q) => q.delete(signals))
    await prepareDatabase(deps, process.cwd())
    expect(await deps.store.read.$count(signals)).toBe(armed)
  })

  it('changes nothing when it runs again', async () => {
    const deps = testDeps({ DEMO: '0' })
    await prepareDatabase(deps, process.cwd())
    const before = await deps.store.read.$count(events)
    const { revision } = await atlasIndex(deps)
    await prepareDatabase(deps, process.cwd())
    expect(await deps.store.read.$count(events)).toBe(before)
    expect((await atlasIndex(deps)).revision).toBe(revision)
  })
})
