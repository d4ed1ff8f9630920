import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/store.ts'
import { commandLine } from '../factories/command-line.ts'
import { vaultCopy } from '../factories/vault-copy.ts'

describe('the command line', () => {
  it('says what there is', async () => {
    const { run } = commandLine()
    expect(await run()).toMatchObject({ code: 2, said: expect.stringContaining('import <folder> [--dry-run]') })
    expect(await run('help')).toMatchObject({ code: 0 })
    expect(await run('frobnicate')).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/^There is no command "frobnicate"\./),
    })
    expect(await run('import')).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/^Name the folder of a vault\./),
    })
    expect(await run('export', 'a', 'b')).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/^Name one folder only/),
    })
    expect(await run('check', '--loudly')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('Usage: npm run cli -- check'),
    })
  })

  it('makes no database by accident', async () => {
    const { run } = commandLine()
    for (const args of [['check'], ['export', 'x'], ['import', 'db/seed/vault', '--dry-run'], ['backup', 'x']]) {
      expect(await run(...args)).toMatchObject({
        code: 1,
        complained: expect.stringMatching(/^There is no database at/),
      })
    }
  })

  it('imports, exports, checks and copies', async () => {
    const { run, dataDir } = commandLine()
    expect(await run('import', 'db/seed/vault')).toMatchObject({
      code: 0,
      said: 'Entries: 127 new, 0 changed, 0 as they were.\nVocabulary: 57 new, 0 changed, 0 as they were.\nImported.',
    })
    const vault = join(dataDir, 'vault')
    expect(await run('export', vault)).toMatchObject({ code: 0 })
    expect(await run('import', vault, '--dry-run')).toMatchObject({
      code: 0,
      said: expect.stringContaining('Entries: 0 new, 0 changed, 127 as they were.'),
    })
    expect(await run('check')).toMatchObject({ code: 0, said: expect.stringContaining('Everything is as recorded.') })
    const copy = join(dataDir, 'copies/one.db')
    expect(await run('backup', copy)).toMatchObject({ code: 0 })
    expect(await run('backup', copy)).toMatchObject({ code: 1 })
    openStore(copy, 'db/migrations').close()
  })

  it('lists what is wrong with a vault', async () => {
    const { run } = commandLine()
    const vault = vaultCopy()
    vault.edit('strategies/pause.md', 'lever: speed', 'lever: sped')
    expect(await run('import', vault.folder)).toMatchObject({
      code: 1,
      said: 'strategies/pause.md:5: lever has "sped", which is unknown; did you mean "speed"?\nNothing was imported: 1 to correct.',
    })
  })

  it('makes accounts, changes them, and hands out tokens', async () => {
    const { run, query } = commandLine()
    await run('import', 'db/seed/vault')
    expect(await run('user', '--email', 'ada@example.org')).toMatchObject({
      code: 1,
      complained: 'A new account needs a name that others will see.',
    })
    expect(await run('user', '--email', 'Ada@example.org', '--name', 'Ada Nwosu', '--role', 'reviewer')).toMatchObject({
      code: 0,
      said: expect.stringContaining('Made the account ada@example.org (reviewer).'),
    })
    expect(await run('user', '--email', 'ada@example.org', '--role', 'king')).toMatchObject({ code: 2 })
    expect(await run('user', '--email', 'ada@example.org', '--password', 'short')).toMatchObject({ code: 1 })
    expect(await run('user', '--email', 'ada@example.org', '--role', 'admin')).toMatchObject({
      said: 'ada@example.org: now admin, was reviewer.',
    })
    const { said: token } = await run('token', '--user', 'ada@example.org', '--days', '7')
    expect(token).toMatch(/^folk_[\w-]{43}$/)
    expect(
      query<{ n: number }>(`select count(*) as n from api_tokens where token_hash like '%${token.slice(5)}%'`).n,
    ).toBe(0)
    expect(await run('token', '--user', 'nobody@example.org')).toMatchObject({ code: 1 })
    expect(await run('check')).toMatchObject({ code: 0 })
  })

  it.each([
    [
      'a changed text',
      `update snapshots set content = replace(content, 'scarcest', 'dearest') where content like '%scarcest%'`,
      /snapshot \w+: its text/,
    ],
    ['a changed event', `update events set payload = '{}' where seq = 5`, /event 5: it was changed/],
    ['a changed note', `update versions set note = 'another'`, /its release note is not what event/],
  ])('notices %s', async (_what, sql, fault) => {
    const { run, tamper } = commandLine()
    await run('import', 'db/seed/vault')
    tamper(sql)
    const { code, said } = await run('check')
    expect(said).toMatch(fault)
    expect(code).toBe(1)
  })

  it('misses a leaf that no event says was erased', async () => {
    const { run, tamper } = commandLine()
    await run('import', 'db/seed/vault')
    tamper('delete from event_private where seq = 128')
    expect(await run('check')).toMatchObject({
      code: 1,
      said: expect.stringContaining('the leaf of event 128 is missing'),
    })
  })
})
