import { existsSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { docSnapshots, docUpdates, drafts, entries, snapshots } from '../../db/schema.ts'
import { paragraph } from '../../domain/prose/tree.ts'
import { createUpdateLog } from '../../server/collab/update-log.ts'
import { redactDraft } from '../../server/usecases/drafts/redact-draft.ts'
import { repairDocument } from '../../server/usecases/drafts/repair-document.ts'
import { takeSnapshot } from '../../server/usecases/drafts/take-snapshot.ts'
import { makeAccount } from '../factories/accounts.ts'
import { connect, rawAs, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft, sampleContent } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

const secret = 'Marigold-Tunnel-7741'

function bytesOnDisk({ env }: TestDeps): string {
  const files = ['', '-wal'].map((end) => `${env.databaseFile}${end}`).filter((file) => existsSync(file))
  return files.map((file) => readFileSync(file).toString('latin1').toLowerCase()).join('\n')
}

async function secretWorld() {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const content = {
    ...sampleContent,
    title: `Pause ${secret}`,
    sections: { bet: [...paragraph(`The key is ${secret}, keep it.`), ...paragraph('Time is what is missing.')] },
  }
  const draftId = await createTestDraft(deps, ada, { content })
  const moderator = await makeAccount(deps, { name: 'Mia', role: 'moderator' })
  return { deps, ada, draftId, moderator, port: await listenForSockets(deps) }
}

describe('redaction', () => {
  it('[G5] leaves no byte of the words in the file or its log, and keeps the rest of the text', async () => {
    const { deps, ada, draftId, moderator } = await secretWorld()
    await deps.collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set('source-note', `Says ${secret}.`))
    await deps.collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set('source-note', 'Cleaned by hand.'))
    const [draft] = await deps.store.read.select().from(drafts).where(eq(drafts.id, draftId))
    if (!draft) throw new Error('no draft')
    const reading = await deps.collab.readDraft(draftId)
    await deps.store.tx((q) => takeSnapshot(deps, q, draft, reading))
    const state = Y.encodeStateAsUpdate(new Y.Doc())
    await createUpdateLog(deps.store).saveSnapshot({ draftId, generation: 1, seq: 2, state, at: 0 })
    expect(bytesOnDisk(deps).includes(secret.toLowerCase())).toBe(true)

    const done = await redactDraft(deps, moderator, { draftId, words: secret.toUpperCase(), reason: 'A real key.' })
    expect(done).toEqual({ generation: 2, snapshots: 1 })
    expect(bytesOnDisk(deps).includes(secret.toLowerCase())).toBe(false)

    const { content, seq, generation } = await deps.collab.readDraft(draftId)
    expect({ seq, generation, title: content.title }).toEqual({ seq: 1, generation: 2, title: 'Pause [removed]' })
    expect(content.sections.bet).toEqual([
      ...paragraph('The key is [removed], keep it.'),
      ...paragraph('Time is what is missing.'),
    ])
    expect(content.fields).toMatchObject({ lever: 'speed', 'source-note': 'Cleaned by hand.' })
    expect(await deps.store.read.$count(docUpdates, eq(docUpdates.draftId, draftId))).toBe(1)
    expect(await deps.store.read.$count(docSnapshots)).toBe(0)
    const [frozen] = await deps.store.read.select().from(snapshots).where(eq(snapshots.draftId, draftId))
    expect(frozen).toMatchObject({ redactedAt: deps.now() })
  })

  it('[G5] has the page of the entry made anew, also where it is open', async () => {
    const { deps, draftId, moderator } = await secretWorld()
    const [draft] = await deps.store.read.select().from(drafts).where(eq(drafts.id, draftId))
    const entryId = draft?.entryId ?? ''
    const revision = async () =>
      (await deps.store.read.select().from(entries).where(eq(entries.id, entryId)))[0]?.publicRevision
    const heard: string[] = []
    deps.live.subscribe(({ topic }) => heard.push(topic))
    const before = await revision()
    await redactDraft(deps, moderator, { draftId, words: secret, reason: 'A real key.' })
    expect(await revision()).toBe((before ?? Number.NaN) + 1)
    expect(heard).toEqual(expect.arrayContaining([`draft/${draftId}`, `entry/${entryId}`]))
  })

  it('[G2] [G3] [G4] sends open clients away, and lets no older copy bring the words back', async () => {
    const { deps, ada, draftId, moderator, port } = await secretWorld()
    const open = connect(port, draftId, ada)
    await synced(open)
    const raw = await rawAs(port, draftId, ada)
    await redactDraft(deps, moderator, { draftId, words: secret, reason: 'A real key.' })
    expect(await raw.closed).toEqual({ code: 4409, reason: 'generation 2' })
    await until('closed for good', () => open.codes.includes(4409))
    expect(open.provider.shouldConnect).toBe(false)

    // A stock client that was away brings its whole old copy.
    const back = connect(port, draftId, ada, open.doc)
    await until('refused', () => back.codes.includes(4422))
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Pause [removed]')
    // One that begins anew is at home.
    const fresh = connect(port, draftId, ada)
    await synced(fresh)
    fresh.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await fresh.saved()
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Halt')
    expect(bytesOnDisk(deps).includes(secret.toLowerCase())).toBe(false)
  })

  it('loses no acknowledged change of those who write while it happens', async () => {
    const { deps, ada, draftId, moderator } = await secretWorld()
    const acknowledged: string[] = []
    let writing = true
    const writer = (async () => {
      for (let n = 0; writing; n += 1) {
        const tag = `t${n}`
        await deps.collab
          .transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set(`tags/${tag}`, true))
          .then(() => acknowledged.push(tag))
          .catch(() => new Promise((resolve) => setTimeout(resolve, 5)))
      }
    })()
    for (let i = 0; i < 3; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 60))
      await redactDraft(deps, moderator, { draftId, words: `${secret}${i}`, reason: 'A real key.' })
    }
    writing = false
    await writer
    const { content, generation } = await deps.collab.readDraft(draftId)
    expect(generation).toBe(4)
    expect(acknowledged.length).toBeGreaterThan(5)
    expect(acknowledged.filter((tag) => !(content.fields.tags as string[]).includes(tag))).toEqual([])
  })

  it('is for moderators, with a reason that does not repeat the words', async () => {
    const { deps, draftId, moderator } = await secretWorld()
    const other = await makeAccount(deps, { name: 'Otto', role: 'contributor' })
    const input = { draftId, words: secret, reason: 'A real key.' }
    await expect(redactDraft(deps, other, input)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(redactDraft(deps, null, input)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(redactDraft(deps, moderator, { ...input, reason: `It says ${secret}.` })).rejects.toMatchObject({
      field: 'reason',
    })
    await expect(redactDraft(deps, moderator, { draftId, section: 'none', reason: 'x' })).rejects.toMatchObject({
      field: 'section',
    })
    expect((await deps.collab.readDraft(draftId)).generation).toBe(1)
  })
})

describe('repair', () => {
  it('[D6] begins a damaged document anew from its last good state', async () => {
    const { deps, ada, draftId, moderator } = await secretWorld()
    await expect(repairDocument(deps, moderator, { draftId })).rejects.toMatchObject({ code: 'conflict' })
    const damaged = await createTestDraft(deps, ada)
    const bytes = Buffer.from([255, 255])
    await deps.store.tx(async (q) => {
      await q
        .insert(docUpdates)
        .values({ draftId: damaged, generation: 1, seq: 2, actorId: ada.id, bytes, hash: '', at: 0 })
    })
    expect(await deps.collab.readDraft(damaged)).toMatchObject({ damaged: true })
    expect(await repairDocument(deps, moderator, { draftId: damaged })).toEqual({ generation: 2, seq: 1 })
    await deps.collab.transact(damaged, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, 'Halt'))
    expect((await deps.collab.readDraft(damaged)).content.title).toBe('Halt')
  })
})
