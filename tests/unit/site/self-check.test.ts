import { describe, expect, it } from 'vitest'
import type { SiteFacts } from '../../../domain/site/self-check.ts'
import { selfCheck, worstOf } from '../../../domain/site/self-check.ts'

const day = 86_400_000
const now = 100 * day
const mb = 1024 * 1024

const well: SiteFacts = {
  now,
  database: { writable: true, bytes: 80 * mb, logBytes: 4 * mb },
  disk: { freeBytes: 50_000 * mb },
  collab: { degraded: false, queuedBytes: 0 },
  unsignedEvents: 12,
  recount: { at: now - day, differing: 0 },
  jobs: { overdueSince: null, failing: 0 },
  mail: { server: true, waitingSince: null, failed: 0 },
  lastBackup: { at: now - day, ok: true },
  lastDrill: { at: now - 10 * day, ok: true },
  publicUrl: 'https://atlas.example.org',
  demo: false,
  admins: { all: 2, withoutSecondFactor: 0 },
  node: 'v22.12.0',
}

const cases: readonly (readonly [string, Partial<SiteFacts>, string, 'look' | 'bad'])[] = [
  ['a database that takes no writes', { database: { ...well.database, writable: false } }, 'database', 'bad'],
  ['a log that is not folded in', { database: { ...well.database, logBytes: 600 * mb } }, 'database', 'look'],
  ['a full disk', { disk: { freeBytes: 100 * mb } }, 'disk', 'bad'],
  ['a disk on which a backup does not fit', { disk: { freeBytes: 400 * mb } }, 'disk', 'look'],
  ['a disk that cannot be asked', { disk: null }, 'disk', 'look'],
  ['documents that cannot be written', { collab: { degraded: true, queuedBytes: 0 } }, 'documents', 'bad'],
  ['a slow disk', { collab: { degraded: false, queuedBytes: 33 * mb } }, 'documents', 'look'],
  ['a chain that was never signed', { unsignedEvents: null }, 'record', 'look'],
  ['a ballot that comes out otherwise', { recount: { at: now, differing: 1 } }, 'recount', 'bad'],
  ['ballots that were never counted again', { recount: null }, 'recount', 'look'],
  ['a scheduler that stands', { jobs: { overdueSince: now - 600_000, failing: 0 } }, 'jobs', 'bad'],
  ['a job that failed', { jobs: { overdueSince: null, failing: 1 } }, 'jobs', 'look'],
  ['no mail server', { mail: { server: false, waitingSince: null, failed: 0 } }, 'mail', 'look'],
  ['mails that wait', { mail: { server: true, waitingSince: now - 2 * 3_600_000, failed: 0 } }, 'mail', 'bad'],
  ['mails that failed', { mail: { server: true, waitingSince: null, failed: 3 } }, 'mail', 'look'],
  ['no backup', { lastBackup: null }, 'backup', 'bad'],
  ['an old backup', { lastBackup: { at: now - 3 * day, ok: true } }, 'backup', 'look'],
  ['no drill', { lastDrill: null }, 'drill', 'look'],
  ['a backup that did not restore', { lastDrill: { at: now, ok: false } }, 'drill', 'bad'],
  ['an address that is not safe', { publicUrl: 'http://atlas.example.org' }, 'address', 'look'],
  ['no address', { publicUrl: null }, 'address', 'look'],
  ['no administrator', { admins: { all: 0, withoutSecondFactor: 0 } }, 'admins', 'bad'],
  ['an administrator with a password alone', { admins: { all: 2, withoutSecondFactor: 1 } }, 'admins', 'look'],
  ['demo accounts', { demo: true }, 'demo', 'look'],
  ['another Node', { node: 'v24.19.0' }, 'node', 'look'],
]

describe('the check of the site', () => {
  it('[Y43] says of every line that it is well, and nothing to do', () => {
    const lines = selfCheck(well)
    expect(lines.filter(({ state, todo }) => state !== 'well' || todo !== undefined)).toEqual([])
    expect(worstOf(lines)).toBe('well')
  })

  it.each(cases)('[Y43] sees %s, and says what to do', (_name, change, id, state) => {
    const lines = selfCheck({ ...well, ...change })
    const line = lines.find((one) => one.id === id)
    expect(line?.state).toBe(state)
    expect(line?.todo).toBeTruthy()
    expect(worstOf(lines)).toBe(state)
    expect(lines.filter((one) => one.state !== 'well')).toHaveLength(1)
  })
})
