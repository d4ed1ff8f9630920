import { existsSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { docUpdates, drafts } from '../../db/schema.ts'
import { paragraph } from '../../domain/prose/tree.ts'
import { commandLine } from '../factories/command-line.ts'
import { createPerson, createTestDraft, sampleContent } from '../factories/draft-world.ts'
import { testDeps } from '../factories/test-deps.ts'

const secret = 'Marigold-Tunnel-7741'
const mia = 'mia@example.org'
const ada = 'ada@example.org'

/** A draft with a secret in it, a moderator and a contributor, and the command line on their database. */
async function world() {
  const deps = testDeps()
  const owner = await createPerson(deps, 'Owner')
  const content = {
    ...sampleContent,
    sections: { bet: paragraph(`The key is ${secret}.`), mechanism: paragraph('Stop training runs.') },
  }
  const draftId = await createTestDraft(deps, owner, { content })
  const { run } = commandLine(deps.env.dataDir)
  await run('user', '--email', mia, '--name', 'Mia Haddad', '--role', 'moderator')
  await run('user', '--email', ada, '--name', 'Ada Nwosu', '--role', 'contributor')
  const generation = async () =>
    (await deps.store.read.select({ is: drafts.generation }).from(drafts).where(eq(drafts.id, draftId)))[0]?.is
  return { deps, owner, draftId, run, generation }
}

describe('redact', () => {
  it('[G5] removes words down to the bytes of the file, for a moderator with a reason', async () => {
    const { deps, draftId, run, generation } = await world()
    const onDisk = () =>
      ['', '-wal']
        .map((end) => `${deps.env.databaseFile}${end}`)
        .filter((file) => existsSync(file))
        .some((file) => readFileSync(file).includes(secret))
    expect(onDisk()).toBe(true)
    const words = ['--words', secret, '--reason', 'A real key.']
    expect(await run('redact', draftId, ...words)).toMatchObject({ code: 2 })
    expect(await run('redact', draftId, '--as', mia, ...words, '--section', 'bet')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('Name either --words or --section.'),
    })
    expect(await run('redact', '--as', mia, ...words)).toMatchObject({ code: 2 })
    expect(await run('redact', draftId, '--as', 'nobody@example.org', ...words)).toMatchObject({ code: 1 })
    expect(await run('redact', draftId, '--as', ada, ...words)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('Only a moderator'),
    })
    expect(await run('redact', draftId, '--as', mia, '--words', secret, '--reason', `Says ${secret}.`)).toMatchObject({
      code: 1,
    })
    expect(await generation()).toBe(1)
    expect(onDisk()).toBe(true)

    expect(await run('redact', draftId, '--as', mia, ...words)).toMatchObject({
      code: 0,
      said: expect.stringContaining('generation 2; 0 frozen texts'),
    })
    expect(onDisk()).toBe(false)
    expect(await generation()).toBe(2)
    expect((await deps.collab.readDraft(draftId)).content.sections.bet).toEqual(paragraph('The key is [removed].'))
    expect(await run('check')).toMatchObject({ code: 0 })
  })

  it('empties a section', async () => {
    const { deps, draftId, run } = await world()
    expect(await run('redact', draftId, '--as', mia, '--section', 'nonsense', '--reason', 'x')).toMatchObject({
      code: 1,
    })
    expect(await run('redact', draftId, '--as', mia, '--section', 'bet', '--reason', 'A key.')).toMatchObject({
      code: 0,
    })
    const { sections } = (await deps.collab.readDraft(draftId)).content
    expect(JSON.stringify(sections.bet ?? [])).not.toContain(secret)
    expect(sections.mechanism).toEqual(paragraph('Stop training runs.'))
  })
})

describe('repair-document', () => {
  it('[D6] begins a damaged document anew, says from where, and leaves whole ones alone', async () => {
    const { deps, owner, draftId, run, generation } = await world()
    expect(await run('repair-document', draftId)).toMatchObject({ code: 2 })
    expect(await run('repair-document', draftId, '--as', mia)).toMatchObject({ code: 1 })
    expect(await generation()).toBe(1)

    const row = { draftId, generation: 1, seq: 2, actorId: owner.id, bytes: Buffer.from([255]), hash: '', at: 0 }
    await deps.store.tx((q) => q.insert(docUpdates).values(row).then())
    expect(await run('check')).toMatchObject({ code: 1 })
    expect(await run('repair-document', draftId, '--as', ada)).toMatchObject({ code: 1 })
    expect(await run('repair-document', draftId, '--as', mia)).toMatchObject({
      code: 0,
      said: 'Begun anew from change 1, as generation 2.',
    })
    expect(await generation()).toBe(2)
    expect(await run('check')).toMatchObject({ code: 0 })
    expect((await deps.collab.readDraft(draftId)).content.sections.mechanism).toEqual(paragraph('Stop training runs.'))
    expect(await run('repair-document', draftId, '--as', mia)).toMatchObject({ code: 1 })
  })
})
