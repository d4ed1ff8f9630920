import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { replaceSection } from '../../collab/replace-section.ts'
import { draftGenerations } from '../../db/queries/generations.ts'
import { openStore } from '../../db/store.ts'
import { paragraph } from '../../domain/prose/tree.ts'
import { restoreDatabase } from '../../server/cli/restore-database.ts'
import { recordEvent } from '../../server/record/record-event.ts'
import { commandLine, tamper } from '../factories/command-line.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { testDeps } from '../factories/test-deps.ts'
import { temporaryFolder } from '../factories/vault-copy.ts'

const migrations = 'db/migrations'
const now = Date.UTC(2026, 10, 25, 9)

async function backupWithDraft() {
  const deps = testDeps()
  const ann = await createPerson(deps, 'Ann Ruiz')
  const draft = await createTestDraft(deps, ann)
  await deps.store.tx((q) =>
    recordEvent(deps, q, { type: 'draft.created', subject: `draft/${draft}`, payload: { baseVersion: null } }),
  )
  const file = join(temporaryFolder(), 'backup.db')
  await deps.store.backup(file)
  return { deps, ann, draft, file }
}

describe('restoring a backup', () => {
  it('brings the text back under a generation that no open editor holds, and says so in the record', async () => {
    const { deps, ann, draft, file } = await backupWithDraft()
    await deps.collab.transact(draft, ann.id, (doc) => replaceSection(doc, 'bet', paragraph('Written later.')))
    const later = join(temporaryFolder(), 'later.db')
    await deps.store.backup(later)

    const databaseFile = join(temporaryFolder(), 'folkmoot.db')
    copyFileSync(later, databaseFile)
    const restored = await restoreDatabase(file, { databaseFile, migrations, now })

    expect(restored).toMatchObject({ drafts: 1, kept: `${databaseFile}.before-restore-2026-11-25T09-00-00` })
    expect(existsSync(restored.kept ?? '')).toBe(true)
    const store = openStore(databaseFile, migrations)
    expect((await draftGenerations(store.read)).get(draft)).toBe(2)
    store.close()

    const { run } = commandLine(join(databaseFile, '..'))
    expect(await run('check')).toMatchObject({ code: 0, said: expect.stringContaining('Everything is as recorded.') })
    const db = new Database(databaseFile, { readonly: true })
    expect(db.prepare('select type from events order by seq desc limit 1').get()).toEqual({ type: 'site.restored' })
    expect(db.prepare('select distinct generation from doc_updates').all()).toEqual([{ generation: 2 }])
    db.close()

    // Somebody may hold generation 2 by now: restoring the same file once more goes above it.
    await restoreDatabase(file, { databaseFile, migrations, now: now + 1000 })
    const again = openStore(databaseFile, migrations)
    expect((await draftGenerations(again.read)).get(draft)).toBe(3)
    again.close()
  })

  it('is one command, into an empty folder too', async () => {
    const { file } = await backupWithDraft()
    const dataDir = temporaryFolder()
    const { run } = commandLine(dataDir)
    const { code, said } = await run('restore', file)
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Restored \d+ events and 1 drafts?\./),
    })
    expect(said).not.toContain('from before')
    expect(await run('check')).toMatchObject({ code: 0 })
    expect(await run('restore')).toMatchObject({ code: 2 })
    expect(await run('restore', join(dataDir, 'nothing.db'))).toMatchObject({ code: 1 })
  })

  it('waits until the server has let go of the database', async () => {
    const { deps, file } = await backupWithDraft()
    const before = readFileSync(deps.env.databaseFile)
    await expect(restoreDatabase(file, { databaseFile: deps.env.databaseFile, migrations, now })).rejects.toThrow(
      'The database is in use. Stop the server, then restore.',
    )
    expect(readFileSync(deps.env.databaseFile).equals(before)).toBe(true)
  })

  it.each([
    ['no database', (file: string) => writeFileSync(file, 'a letter'), /cannot be read|no database of Folkmoot/],
    [
      'somebody else’s database',
      (file: string) => void new Database(file).exec('create table t (a)').close(),
      /no database of Folkmoot/,
    ],
    ['a torn file', tear, /damaged|cannot be read/],
    [
      'a changed record',
      (file: string) => tamper(file, `update events set payload = '{}' where seq = 1`),
      /not as its record says: event 1/,
    ],
    [
      'a changed text',
      (file: string) => tamper(file, `update doc_updates set bytes = x'0000'`),
      /not as its record says/,
    ],
    [
      'one from the future',
      (file: string) => tamper(file, `update __drizzle_migrations set created_at = created_at + 4000000000000`),
      /newer version/,
    ],
  ])('refuses %s, and changes nothing', async (what, spoil, words) => {
    const source = join(temporaryFolder(), 'spoilt.db')
    if (!what.startsWith('no') && !what.startsWith('somebody')) copyFileSync((await backupWithDraft()).file, source)
    spoil(source)
    const folder = temporaryFolder()
    const databaseFile = join(folder, 'folkmoot.db')
    await expect(restoreDatabase(source, { databaseFile, migrations, now })).rejects.toThrow(words)
    expect(readdirSync(folder)).toEqual([])
  })
})

function tear(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 20_000)
  writeFileSync(file, bytes)
}
