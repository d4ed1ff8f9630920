import { readdirSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { replaceSection } from '../../../collab/replace-section.ts'
import { listAuthorsBefore } from '../../../db/queries/forks.ts'
import { savePreferences } from '../../../db/queries/preferences.ts'
import { actors, contributions, drafts, events, papers, sessions, users, versions } from '../../../db/schema.ts'
import { formerName } from '../../../domain/access/former.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { createServices } from '../../../server/services.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { viewerOfCookie } from '../../../server/viewer.ts'
import { makeAccount, makeSession, sessionOf } from '../../factories/accounts.ts'
import { createArguer } from '../../factories/argue-world.ts'
import { bundleOf, bundleWorld } from '../../factories/bundle-world.ts'
import { createTestDraft } from '../../factories/draft-world.ts'
import { judge } from '../../factories/judge-bundle.ts'
import type { TestDeps } from '../../factories/test-deps.ts'
import { testDeps } from '../../factories/test-deps.ts'

const emailOf = async (deps: TestDeps, { actorId }: Viewer) =>
  (await deps.store.read.select().from(users).where(eq(users.actorId, actorId)))[0]?.email ?? ''

async function remove(deps: TestDeps, viewer: Viewer, comments: 'kept' | 'deleted' = 'kept') {
  const visitor = await sessionOf(deps, viewer)
  return createServices(deps).deleteAccount(viewer, { email: await emailOf(deps, viewer), comments, visitor })
}

/** Whether some bytes stand in any file of the database. */
function onDisk(deps: TestDeps, words: string): boolean {
  const { dataDir } = deps.env
  return readdirSync(dataDir)
    .filter((file) => file.startsWith('folkmoot.db'))
    .some((file) => readFileSync(`${dataDir}/${file}`).includes(words))
}

describe('deleting an account', () => {
  it('[A18] leaves no name and no mail on the disk, and both verifiers and the check still pass', async () => {
    const { deps, owner } = await bundleWorld()
    const email = await emailOf(deps, owner)
    expect(onDisk(deps, owner.name)).toBe(true)
    await deps.store.tx((q) => savePreferences(q, owner.actorId, { theme: 'dark' }, deps.now()))
    await remove(deps, owner)
    expect(onDisk(deps, owner.name)).toBe(false)
    expect(onDisk(deps, email)).toBe(false)
    const [version] = (await deps.store.read.select().from(versions)).filter(({ kind }) => kind === 'publish')
    expect(version?.authors.map(({ name }) => name)).toContain(formerName)
    for (const scope of ['public', 'members'] as const) {
      expect(judge(await bundleOf(deps, scope))).toEqual({ ours: null, other: null })
    }
    expect((await checkRecord(deps)).fault).toBeNull()
  })

  it('[A18] keeps the paper of an open ballot and the electorate', async () => {
    const { deps, voters } = await bundleWorld()
    const [voter] = voters as [Viewer]
    const before = await deps.store.read.select().from(papers)
    await remove(deps, voter)
    expect(await deps.store.read.select().from(papers)).toEqual(before)
    expect(judge(await bundleOf(deps, 'members'))).toEqual({ ours: null, other: null })
  })

  it('[A18] a leaf that is missing without such an event is still a lie, and none is erased ahead', async () => {
    const { deps, owner } = await bundleWorld()
    await remove(deps, owner)
    const lines = await bundleOf(deps)
    const without = lines.map((line) =>
      line.includes('"actor.deleted"') ? line.replace(/"leaves":\[[^\]]*\]/, '"leaves":[]') : line,
    )
    expect(judge(without).ours).not.toBeNull()
    expect(judge(without).other).not.toBeNull()
  })

  it('[A18] ends sessions, and takes everything that is the person’s own', async () => {
    const deps = testDeps()
    await makeAccount(deps, { role: 'admin' })
    const ann = await makeAccount(deps, { name: 'Ann Unmistakable' })
    const cookie = await makeSession(deps, ann)
    const { cookie: ended } = await remove(deps, ann)
    expect(ended).toMatch(/^folkmoot=; .*Max-Age=0/)
    expect(await viewerOfCookie(deps, { cookie })).toBeNull()
    expect(await deps.store.read.select().from(sessions).where(eq(sessions.actorId, ann.actorId))).toEqual([])
    expect(await deps.store.read.select().from(users).where(eq(users.actorId, ann.actorId))).toEqual([])
    expect((await deps.store.read.select().from(actors).where(eq(actors.id, ann.actorId)))[0]?.name).toBe(formerName)
    const [event] = await deps.store.read.select().from(events).where(eq(events.type, 'actor.deleted'))
    expect(event).toMatchObject({ leafHash: null, payload: { actorId: ann.actorId, comments: 'kept', drafts: 0 } })
  })

  it('[A18] asks for the own e-mail and a fresh proof, and does nothing otherwise', async () => {
    const deps = testDeps()
    await makeAccount(deps, { role: 'admin' })
    const ann = await makeAccount(deps)
    const services = createServices(deps)
    const visitor = await sessionOf(deps, ann)
    const input = { email: ann.email, comments: 'kept', visitor } as const
    const stale = await sessionOf(deps, ann, { fresh: false })
    await expect(services.deleteAccount(ann, { ...input, visitor: stale })).rejects.toMatchObject({ code: 'not-fresh' })
    await expect(services.deleteAccount(ann, { ...input, email: 'x@example.org' })).rejects.toMatchObject({
      field: 'email',
    })
    await expect(services.deleteAccount(null, input)).rejects.toMatchObject({ code: 'signed-out' })
    expect(await emailOf(deps, ann)).toBe(ann.email)
  })

  it('[A18] the last admin stays', async () => {
    const deps = testDeps()
    const admin = await makeAccount(deps, { role: 'admin' })
    await expect(remove(deps, admin)).rejects.toMatchObject({ code: 'conflict' })
    await makeAccount(deps, { role: 'admin' })
    await remove(deps, admin)
  })

  it('[A18] takes nobody else’s part in a fork away', async () => {
    const deps = testDeps()
    await makeAccount(deps, { role: 'admin' })
    const services = createServices(deps)
    const [ann, ben] = [await createArguer(deps, 'Ann Unmistakable'), await createArguer(deps, 'Ben')]
    const draftId = await createTestDraft(deps, ann.person, { members: [{ person: ben.person, role: 'writer' }] })
    for (const [by, section] of [
      [ann, 'bet'],
      [ben, 'mechanism'],
    ] as const) {
      await deps.collab.transact(draftId, by.actorId, (doc) =>
        replaceSection(doc, section, paragraph(`The words of ${by.person.id}.`)),
      )
    }
    const { id: fork } = await services.forkDraft(ben, { draftId, reason: 'A shorter one.' })
    const authors = async () => {
      const all = await listAuthorsBefore(deps.store.read, fork)
      return all.map(({ actorId, name }) => `${actorId} ${name}`).sort()
    }
    expect(await authors()).toEqual([`${ann.actorId} ${ann.name}`, `${ben.actorId} ${ben.name}`].sort())
    await remove(deps, ann)
    expect(await authors()).toEqual([`${ann.actorId} ${formerName}`, `${ben.actorId} ${ben.name}`].sort())
    expect(onDisk(deps, ann.name)).toBe(false)
  })

  it('[A18] deletes drafts that nobody else could read, hands others to nobody, and erases comments by choice', async () => {
    const deps = testDeps()
    await makeAccount(deps, { role: 'admin' })
    const services = createServices(deps)
    const ann = await makeAccount(deps, { name: 'Ann Unmistakable' })
    const person = { id: ann.actorId, name: ann.name, colour: ann.colour, cookie: '', token: '' }
    const shared = await createTestDraft(deps, person)
    const own = await createTestDraft(deps, person, { visibility: 'private' })
    const withdrawn = await createTestDraft(deps, person, { visibility: 'private' })
    await services.moveDraft(ann, { draftId: withdrawn, move: 'withdraw' })
    const thread = await services.openThread(ann, { draft: shared, kind: 'general', title: 'Why' })
    await services.postContribution(ann, { threadId: thread.id, type: 'note', text: 'Words of my own.' })
    await remove(deps, ann, 'deleted')
    const left = new Map((await deps.store.read.select().from(drafts)).map((draft) => [draft.id, draft]))
    for (const id of [own, withdrawn]) {
      expect(left.get(id)).toMatchObject({ title: '', deletedAt: expect.any(Number) })
    }
    expect(left.get(shared)).toMatchObject({ deletedAt: null, ownerId: ann.actorId })
    const moderator = await makeAccount(deps, { role: 'moderator' })
    await services.moveDraft(moderator, { draftId: shared, move: 'submit' })
    expect((await deps.store.read.select().from(contributions)).map(({ text }) => text)).toEqual([''])
    expect(onDisk(deps, 'Words of my own.')).toBe(false)
  })
})
