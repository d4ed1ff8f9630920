import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findDraft, listDraftMembers, updateDraft } from '../../db/queries/drafts.ts'
import { findEntry, insertEntry } from '../../db/queries/entries.ts'
import { insertSnapshot } from '../../db/queries/snapshots.ts'
import { insertVersion } from '../../db/queries/versions.ts'
import { docUpdates, drafts, entries, events } from '../../db/schema.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { paragraph } from '../../domain/prose/tree.ts'
import { draftServices } from '../../server/services/draft.ts'
import { importVault } from '../../server/usecases/atlas/import-vault.ts'
import { createDraft } from '../../server/usecases/drafts/create-draft.ts'
import { deleteDraft } from '../../server/usecases/drafts/delete-draft.ts'
import { moveDraft } from '../../server/usecases/drafts/move-draft.ts'
import { setWriting } from '../../server/usecases/drafts/set-writing.ts'
import { draftHistory } from '../../server/views/draft-history.ts'
import { newDraftPage } from '../../server/views/draft-new.ts'
import { draftPage } from '../../server/views/draft-page.ts'
import { draftsList } from '../../server/views/drafts-list.ts'
import { makeAccount, suspendAccount } from '../factories/accounts.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

const pause: EntryContent = {
  kind: 'strategy',
  schema: 1,
  title: 'Pause',
  sections: { bet: paragraph('Time is what is missing.') },
  fields: { lever: 'speed', pull: '-', tags: ['moratorium'] },
  declarations: [{ kind: 'conflict', to: 'acceleration', rationale: 'One stops what the other speeds up.' }],
}

async function publishPause(deps: TestDeps, by: Viewer): Promise<void> {
  await deps.store.tx(async (q) => {
    await insertEntry(q, { id: 'entry1', kind: 'strategy', slug: 'pause', title: 'Pause', createdAt: deps.now() })
    const snapshot = await insertSnapshot(q, {
      id: 'snapshot1',
      entryId: 'entry1',
      draftId: null,
      docSeq: 0,
      content: pause,
      createdAt: deps.now(),
    })
    const version = {
      id: 'version1',
      entryId: 'entry1',
      n: 1,
      snapshotId: snapshot.id,
      kind: 'import' as const,
      variant: null,
      note: '',
      authors: [],
      decision: { kind: 'imported' as const, summary: 'Imported.' },
      ballotId: null,
      draftId: null,
      publishedBy: by.actorId,
      publishedAt: deps.now(),
      reviewAt: null,
      expiresAt: null,
    }
    await insertVersion(q, version, snapshot)
  })
}

const eventTypes = async (deps: TestDeps, subject: string) =>
  (await deps.store.read.select().from(events).where(eq(events.subject, subject))).map(({ type }) => type)

describe('creating a draft', () => {
  it('[D1] [D14] makes a new entry together with its draft, document, owner and event', async () => {
    const deps = testDeps()
    const ada = await makeAccount(deps, { name: 'Ada' })
    const { id } = await createDraft(deps, ada, { kind: 'strategy', title: '  Slow   start ' })
    const draft = await findDraft(deps.store.read, id)
    expect(draft).toMatchObject({ title: 'Slow start', state: 'writing', baseVersion: null, writing: 'members' })
    const entry = await findEntry(deps.store.read, 'strategy', 'slow-start')
    expect(entry).toMatchObject({ id: draft?.entryId, currentVersion: null })
    expect((await deps.collab.readDraft(id)).content).toMatchObject({ title: 'Slow start', sections: {} })
    expect(await listDraftMembers(deps.store.read, id)).toMatchObject([{ actorId: ada.actorId, role: 'owner' }])
    expect(await eventTypes(deps, `draft/${id}`)).toEqual(['draft.created'])
  })

  it('[D14] gives equal titles different addresses', async () => {
    const deps = testDeps()
    const ada = await makeAccount(deps)
    await createDraft(deps, ada, { kind: 'concept', title: 'Lock-in' })
    await createDraft(deps, ada, { kind: 'concept', title: 'Lock in' })
    const slugs = (await deps.store.read.select().from(entries)).map(({ slug }) => slug)
    expect(slugs.sort()).toEqual(['lock-in', 'lock-in-2'])
  })

  it('[D16] lets a new strategy begin with a lever and coordinates that the vocabulary has, and nothing else', async () => {
    const deps = testDeps()
    const ada = await makeAccount(deps)
    await importVault(deps, { folder: 'db/seed/vault', dryRun: false })
    const search = '?lever=speed&pull=-&coercion=treaty&time-horizon=never&colour=red'
    const { start } = await newDraftPage(deps, ada, search)
    expect(start.fields.map(({ id, value }) => [id, value])).toEqual([
      ['lever', 'speed'],
      ['pull', '-'],
      ['coercion', 'treaty'],
    ])
    expect(start.dropped.map(({ name }) => name)).toEqual(['time-horizon', 'colour'])
    const given = { lever: 'speed', pull: '-', coercion: 'treaty', 'time-horizon': 'never', tags: 'x', bet: 'typed' }
    const { id } = await createDraft(deps, ada, { kind: 'strategy', title: 'Begun', given })
    const { content } = await deps.collab.readDraft(id)
    expect(content).toMatchObject({ fields: { lever: 'speed', pull: '-', coercion: 'treaty' }, sections: {} })
    expect(Object.keys(content.fields)).toHaveLength(3)
    const concept = await createDraft(deps, ada, { kind: 'concept', title: 'Begun', given })
    expect((await deps.collab.readDraft(concept.id)).content.fields).toEqual({})
  })

  it('[D15] starts a revision from the current version and remembers which', async () => {
    const deps = testDeps()
    const ada = await makeAccount(deps)
    await publishPause(deps, ada)
    const { id } = await createDraft(deps, ada, { kind: 'strategy', entry: 'pause' })
    expect((await findDraft(deps.store.read, id))?.baseVersion).toBe(1)
    expect((await deps.collab.readDraft(id)).content).toEqual(pause)
  })

  it.each([
    [{ kind: 'idea', title: 'X' }, 'bad-input', 'kind'],
    [{ kind: 'strategy', title: '   ' }, 'bad-input', 'title'],
    [{ kind: 'strategy', title: 'x'.repeat(201) }, 'bad-input', 'title'],
    [{ kind: 'strategy', entry: 'nowhere' }, 'not-found', 'entry'],
  ])('refuses %j and changes nothing', async (input, code, field) => {
    const deps = testDeps()
    const ada = await makeAccount(deps)
    await expect(createDraft(deps, ada, input)).rejects.toMatchObject({ code, field })
    for (const table of [drafts, entries, events, docUpdates]) {
      expect(await deps.store.read.$count(table)).toBe(0)
    }
  })

  it('is for members', async () => {
    const deps = testDeps()
    const reader = await makeAccount(deps, { role: 'reader' })
    const input = { kind: 'strategy', title: 'X' }
    await expect(createDraft(deps, null, input)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(createDraft(deps, reader, input)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('keeps all of it or nothing: a document that cannot be seeded leaves no draft', async () => {
    const deps = testDeps()
    const ada = await makeAccount(deps)
    deps.collab.createDocument = async () => {
      throw new Error('disk full')
    }
    await expect(createDraft(deps, ada, { kind: 'strategy', title: 'X' })).rejects.toThrow('disk full')
    expect(await deps.store.read.$count(entries)).toBe(0)
    expect(await deps.store.read.$count(drafts)).toBe(0)
  })
})

async function world() {
  const deps = testDeps()
  const [owner, other, moderator] = await Promise.all([
    makeAccount(deps, { name: 'Ada' }),
    makeAccount(deps, { name: 'Ben' }),
    makeAccount(deps, { name: 'Mo', role: 'moderator' }),
  ])
  const { id } = await createDraft(deps, owner, { kind: 'strategy', title: 'Slow start' })
  const asked: unknown[] = []
  deps.collab.reauthorise = (scope) => asked.push(scope)
  return { deps, owner, other, moderator, id, asked }
}

describe('moving a draft', () => {
  it('[D2] follows the table, writes one event each and asks open pages to prove their rights', async () => {
    const { deps, owner, moderator, id, asked } = await world()
    expect(await moveDraft(deps, owner, { draftId: id, move: 'submit' })).toEqual({ state: 'in-review' })
    expect(await moveDraft(deps, moderator, { draftId: id, move: 'take-back' })).toEqual({ state: 'writing' })
    expect(await moveDraft(deps, owner, { draftId: id, move: 'withdraw' })).toEqual({ state: 'withdrawn' })
    expect(await eventTypes(deps, `draft/${id}`)).toEqual([
      'draft.created',
      'draft.submitted',
      'draft.taken-back',
      'draft.withdrawn',
    ])
    expect(asked).toEqual([{ draftId: id }, { draftId: id }, { draftId: id }])
  })

  it('[D2] [D3] refuses other moves and changes nothing', async () => {
    const { deps, owner, id, asked } = await world()
    await expect(moveDraft(deps, owner, { draftId: id, move: 'archive' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(moveDraft(deps, owner, { draftId: id, move: 'publish' })).rejects.toMatchObject({ field: 'move' })
    await deps.store.tx((q) => updateDraft(q, id, { state: 'ballot-open' }))
    await expect(moveDraft(deps, owner, { draftId: id, move: 'withdraw' })).rejects.toMatchObject({ code: 'conflict' })
    expect((await findDraft(deps.store.read, id))?.state).toBe('ballot-open')
    expect(await eventTypes(deps, `draft/${id}`)).toEqual(['draft.created'])
    expect(asked).toEqual([])
  })

  it('is for the owner and moderators', async () => {
    const { deps, other, id } = await world()
    await expect(moveDraft(deps, other, { draftId: id, move: 'submit' })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(moveDraft(deps, null, { draftId: id, move: 'submit' })).rejects.toMatchObject({ code: 'signed-out' })
    await expect(moveDraft(deps, other, { draftId: 'unknown', move: 'submit' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('who takes part', () => {
  it('[D8] gives a role by address or by account, changes it and takes it away', async () => {
    const { deps, owner, other, id, asked } = await world()
    await draftServices(deps).inviteMember(owner, {
      draftId: id,
      email: ` ${other.email.toUpperCase()} `,
      role: 'commenter',
    })
    await draftServices(deps).inviteMember(owner, { draftId: id, actorId: other.actorId, role: 'reader' })
    expect(await listDraftMembers(deps.store.read, id)).toMatchObject([{ role: 'owner' }, { role: 'reader' }])
    expect((await draftPage(deps, other, id)).rights.write).toBe(false)
    await draftServices(deps).inviteMember(owner, { draftId: id, actorId: other.actorId, role: 'none' })
    expect(await listDraftMembers(deps.store.read, id)).toHaveLength(1)
    expect(asked).toHaveLength(3)
  })

  it('[D7] the owner stays the owner', async () => {
    const { deps, owner, moderator, id } = await world()
    for (const role of ['reader', 'none']) {
      const invitation = { draftId: id, actorId: owner.actorId, role }
      await expect(draftServices(deps).inviteMember(moderator, invitation)).rejects.toMatchObject({ field: 'actorId' })
    }
    expect(await listDraftMembers(deps.store.read, id)).toMatchObject([{ actorId: owner.actorId, role: 'owner' }])
  })

  it('[D8] refuses accounts that may not take part, unknown addresses and unknown roles', async () => {
    const { deps, owner, other, id } = await world()
    const reader = await makeAccount(deps, { role: 'reader' })
    const services = draftServices(deps)
    const set = (input: { email?: string; actorId?: string; role: string }) =>
      services.inviteMember(owner, { draftId: id, ...input })
    await expect(set({ email: reader.email, role: 'writer' })).rejects.toMatchObject({ field: 'email' })
    await expect(set({ email: 'nobody@example.org', role: 'writer' })).rejects.toMatchObject({ field: 'email' })
    await expect(set({ email: '', role: 'writer' })).rejects.toMatchObject({ field: 'email' })
    await expect(set({ actorId: other.actorId, role: 'owner' })).rejects.toMatchObject({ field: 'role' })
    await suspendAccount(deps, other.actorId)
    await expect(set({ actorId: other.actorId, role: 'reader' })).rejects.toMatchObject({ field: 'actorId' })
    expect(await listDraftMembers(deps.store.read, id)).toHaveLength(1)
    await set({ email: reader.email, role: 'reader' })
    expect(await listDraftMembers(deps.store.read, id)).toHaveLength(2)
    // Three e-mails were refused so far; that one counts for nothing.
    for (let n = 3; n < 20; n++) {
      await expect(set({ email: `guess${n}@example.org`, role: 'reader' })).rejects.toMatchObject({ field: 'email' })
    }
    await expect(set({ email: other.email, role: 'reader' })).rejects.toMatchObject({ code: 'too-many' })
    await set({ actorId: reader.actorId, role: 'none' })
  })

  it('[D9] writing can be limited to those named', async () => {
    const { deps, owner, other, id } = await world()
    expect((await draftPage(deps, other, id)).rights.write).toBe(true)
    await setWriting(deps, owner, { draftId: id, writing: 'invited' })
    const page = await draftPage(deps, other, id)
    expect(page.rights.write).toBe(false)
    expect(page.whyReadOnly).toContain('invited')
    await expect(setWriting(deps, other, { draftId: id, writing: 'members' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(setWriting(deps, owner, { draftId: id, writing: 'all' })).rejects.toMatchObject({ field: 'writing' })
  })
})

describe('deleting a draft', () => {
  it('[D6] needs a reason, hides it from everybody but moderators, and keeps the text', async () => {
    const { deps, owner, other, moderator, id, asked } = await world()
    await expect(deleteDraft(deps, owner, { draftId: id, reason: ' ' })).rejects.toMatchObject({ field: 'reason' })
    expect(asked).toEqual([])
    await deleteDraft(deps, owner, { draftId: id, reason: 'Begun by mistake.' })
    expect(asked).toEqual([{ draftId: id }])
    for (const viewer of [owner, other]) {
      await expect(draftPage(deps, viewer, id)).rejects.toMatchObject({ code: 'not-found' })
      expect(await draftsList(deps, viewer)).toEqual([])
    }
    const page = await draftPage(deps, moderator, id)
    expect(page.draft.deleted).toBe(true)
    expect(page.content.title).toBe('Slow start')
    expect(page.rights.write).toBe(false)
    await expect(deleteDraft(deps, moderator, { draftId: id, reason: 'Again.' })).rejects.toMatchObject({
      code: 'gone',
    })
  })

  it.each(['ballot-open', 'published'] as const)('[D6] is refused while %s', async (state) => {
    const { deps, owner, id } = await world()
    await deps.store.tx((q) => updateDraft(q, id, { state }))
    await expect(deleteDraft(deps, owner, { draftId: id, reason: 'No.' })).rejects.toMatchObject({ code: 'conflict' })
    expect((await findDraft(deps.store.read, id))?.deletedAt).toBeNull()
  })
})

describe('pages of drafts', () => {
  it('lists drafts with what the reader is in them', async () => {
    const { deps, owner, other, id } = await world()
    expect(await draftsList(deps, owner)).toMatchObject([{ id, mine: true, mayWrite: true, owner: 'Ada' }])
    expect(await draftsList(deps, other)).toMatchObject([{ id, mine: false, mayWrite: true }])
    await expect(draftsList(deps, null)).rejects.toMatchObject({ code: 'signed-out' })
  })

  it('offers an existing draft of an entry before another is begun', async () => {
    const { deps, owner } = await world()
    await publishPause(deps, owner)
    const { id } = await createDraft(deps, owner, { kind: 'strategy', entry: 'pause' })
    const page = await newDraftPage(deps, owner, '?entry=strategies/pause')
    expect(page.entry).toMatchObject({ title: 'Pause', version: 1, href: '/strategies/pause' })
    expect(page.existing.map((draft) => draft.id)).toEqual([id])
    await expect(newDraftPage(deps, owner, '?entry=strategies/none')).rejects.toMatchObject({ code: 'not-found' })
    await expect(newDraftPage(deps, owner, '?entry=../etc')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('tells who wrote and what was done, newest first', async () => {
    const { deps, owner, id } = await world()
    deps.setNow(deps.now() + 60_000)
    await moveDraft(deps, owner, { draftId: id, move: 'submit' })
    const { lines } = await draftHistory(deps, owner, { id })
    expect(lines.map((line) => (line.type === 'event' ? line.event : line.type))).toEqual([
      'draft.submitted',
      'draft.created',
    ])
  })

  it('does not tell a signed-out reader whether a draft exists', async () => {
    const { deps, id } = await world()
    const refusal = { code: 'signed-out', detail: 'Sign in to see drafts.' }
    await expect(draftPage(deps, null, id)).rejects.toMatchObject(refusal)
    await expect(draftPage(deps, null, 'unknown')).rejects.toMatchObject(refusal)
  })
})
