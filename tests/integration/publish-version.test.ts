import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findBallot } from '../../db/queries/ballots.ts'
import { attachedSources, docUpdates, drafts, entries, events, objections, snapshots, users } from '../../db/schema.ts'
import type { Q, Store } from '../../db/store.ts'
import { partHashes } from '../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { paragraph } from '../../domain/prose/tree.ts'
import type { LiveEvent } from '../../server/live/bus.ts'
import { stateOutcome } from '../../server/usecases/ballots/state-outcome.ts'
import { checkRecord } from '../../server/usecases/record/check-record.ts'
import { planPublication } from '../../server/usecases/versions/plan-publication.ts'
import { publishVersion } from '../../server/usecases/versions/publish-version.ts'
import { atlasIndex } from '../../server/views/atlas-index.ts'
import { comparePage } from '../../server/views/compare-page.ts'
import { historyPage } from '../../server/views/history-page.ts'
import { moderationQueue } from '../../server/views/moderation-queue.ts'
import { publishPage } from '../../server/views/publish-page.ts'
import { strategyPage } from '../../server/views/strategy-page.ts'
import { versionPage } from '../../server/views/version-page.ts'
import type { DecidedDraft } from '../factories/decided-draft.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy, revisedStrategy } from '../factories/decided-draft.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

const slug = 'rate-limited-ai'
const note = 'A stricter falsification signal.'

async function scene(content: EntryContent = revisedStrategy) {
  const deps = testDeps()
  const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
  const owner = await anAccount(deps, 'contributor', 'Owen Reid')
  const writer = await anAccount(deps, 'contributor', 'Wanda Sato')
  const entryId = await anEntry(deps, moderator, completeStrategy, slug)
  const draft = await aDecidedDraft(deps, {
    owner,
    entryId,
    baseVersion: 1,
    content,
    writers: [
      [owner, 10],
      [writer, 500],
    ],
    votes: [
      [owner, 'agree'],
      [writer, 'agree'],
    ],
  })
  return { deps, moderator, owner, writer, entryId, draft }
}

async function object(deps: TestDeps, entryId: string, { draftId, ballotId }: DecidedDraft): Promise<string> {
  const id = deps.newId()
  await deps.store.tx((q) =>
    q.insert(objections).values({
      id,
      entryId,
      draftId,
      ballotId,
      threadId: null,
      ownerId: null,
      standInId: null,
      text: 'Three is arbitrary.',
      settledBy: 'A reason for the number.',
      disposition: 'open',
      reason: null,
      minorityNote: null,
      disposedBy: null,
      disposedAt: null,
      sealed: false,
      createdAt: deps.now(),
    }),
  )
  return id
}

/** Everything in the database file, table by table. */
function dump(deps: TestDeps): string {
  const db = new Database(deps.env.databaseFile, { readonly: true })
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all()
    return JSON.stringify(tables.map((name) => [name, db.prepare(`select * from "${name}"`).all()]))
  } finally {
    db.close()
  }
}

describe('publishing', () => {
  it('[P1] [P4] [P6] [P7] [P8] [P9] makes the adopted text the next version, with authors and decision', async () => {
    const { deps, moderator, draft, entryId } = await scene()
    const before = await versionPage(deps, null, { kind: 'strategy', slug, n: '1' })
    const heard: LiveEvent[] = []
    deps.live.subscribe((event) => heard.push(event))

    const published = await publishVersion(deps, moderator, { draftId: draft.draftId, note, statement: 'Carried.' })

    expect(published).toEqual({ version: 2, entry: { kind: 'strategy', slug } })
    const { version, panels, entry } = await versionPage(deps, null, { kind: 'strategy', slug, n: '2' })
    expect(entry.currentVersion).toBe(2)
    expect(version).toMatchObject({ n: 2, note, authors: ['Wanda Sato', 'Owen Reid'], tookPart: [] })
    expect(version.authorShares.map(({ share }) => share)).toEqual([97, 3])
    expect(version.decision).toEqual({
      kind: 'ballot',
      summary:
        'Adopted by simple majority: 2 agree, 0 with reservations, 0 abstain, 0 object (2 of 2 voted, quorum 1).',
      ballot: `/ballots/${draft.ballotId}`,
    })
    expect(panels.kind === 'strategy' && panels.panels.sections.falsification).toEqual(
      revisedStrategy.sections.falsification,
    )
    expect((await atlasIndex(deps)).find('strategy', slug)).toMatchObject({ n: 2, hash: version.contentHash })
    const old = await versionPage(deps, null, { kind: 'strategy', slug, n: '1' })
    expect({ ...old, entry: null }).toEqual({ ...before, entry: null })
    const { versions } = await historyPage(deps, null, { kind: 'strategy', slug })
    expect(versions.map((one) => one.n)).toEqual([2, 1])
    const { comparison } = await comparePage(deps, null, { kind: 'strategy', slug, range: '1...2' })
    expect(comparison.sections.filter((section) => section.changes > 0).map((section) => section.id)).toEqual([
      'falsification',
    ])
    const [row] = await deps.store.read.select().from(drafts).where(eq(drafts.id, draft.draftId))
    expect(row?.state).toBe('published')
    expect(heard.map((event) => event.topic)).toEqual([
      `entry/${entryId}`,
      `draft/${draft.draftId}`,
      `ballot/${draft.ballotId}`,
    ])
    expect(await checkRecord(deps)).toMatchObject({ versions: 2, ballots: 1, fault: null })
  })

  it('[P6] is checked against the log: a row given to somebody else is found', async () => {
    const { deps, moderator, owner, writer, draft } = await scene()
    await publishVersion(deps, moderator, { draftId: draft.draftId, note })
    await deps.store.tx((q) =>
      q.update(docUpdates).set({ actorId: owner.actorId }).where(eq(docUpdates.actorId, writer.actorId)),
    )
    // As another process would look, which has replayed nothing yet.
    const { fault } = await checkRecord({ ...deps, store: { ...deps.store } })
    expect(fault?.words).toBe('its authors are not those that the draft’s log gives')
  })

  it('[P4] publishes a new entry as version 1', async () => {
    const { deps, moderator, owner } = await scene()
    const entryId = deps.newId()
    await deps.store.tx((q) =>
      q.insert(entries).values({
        id: entryId,
        kind: 'strategy',
        slug: 'new',
        title: 'Working title',
        currentVersion: null,
        publicRevision: 0,
        createdAt: deps.now(),
      }),
    )
    const { draftId } = await aDecidedDraft(deps, { owner, entryId, baseVersion: null })
    await expect(historyPage(deps, null, { kind: 'strategy', slug: 'new' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await publishVersion(deps, moderator, { draftId, note })).version).toBe(1)
    const { entry } = await historyPage(deps, null, { kind: 'strategy', slug: 'new' })
    expect(entry.title).toBe(revisedStrategy.title)
  })

  it('shows beforehand the very page that it makes', async () => {
    const { deps, moderator, draft } = await scene()
    const now = await strategyPage(deps, null, slug)
    const { preview } = await publishPage(deps, moderator, draft.draftId)
    await publishVersion(deps, moderator, { draftId: draft.draftId, note })
    const { panels } = await strategyPage(deps, null, slug)
    expect(preview?.panels).toEqual({ kind: 'strategy', panels })
    expect(panels).not.toEqual(now.panels)
  })

  it('is for moderators alone', async () => {
    const { deps, owner, draft } = await scene()
    const others = [owner, await anAccount(deps, 'facilitator', 'Fay'), await anAccount(deps, 'reviewer', 'Rae')]
    const before = dump(deps)
    for (const viewer of others) {
      await expect(publishVersion(deps, viewer, { draftId: draft.draftId, note })).rejects.toMatchObject({
        code: 'not-allowed',
      })
      await expect(publishPage(deps, viewer, draft.draftId)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(moderationQueue(deps, viewer)).rejects.toMatchObject({ code: 'not-allowed' })
    }
    const signedOut = publishVersion(deps, null, { draftId: draft.draftId, note })
    await expect(signedOut).rejects.toMatchObject({ code: 'signed-out' })
    expect(dump(deps)).toBe(before)
  })

  it('goes by the rights of the moment, not by those of an old session', async () => {
    const { deps, moderator, draft } = await scene()
    await deps.store.tx((q) => q.update(users).set({ suspendedAt: 1 }).where(eq(users.actorId, moderator.actorId)))
    const published = publishVersion(deps, moderator, { draftId: draft.draftId, note })
    await expect(published).rejects.toMatchObject({ code: expect.stringMatching(/not-allowed|not-found/) })
  })

  it('[P2] [P3] waits for the disposition of an objection and says so', async () => {
    const { deps, moderator, entryId, draft } = await scene()
    const objection = await object(deps, entryId, draft)
    const before = dump(deps)
    await expect(publishVersion(deps, moderator, { draftId: draft.draftId, note })).rejects.toMatchObject({
      code: 'not-ready',
      detail: expect.stringContaining('1 objection has no disposition yet'),
    })
    expect(dump(deps)).toBe(before)
    expect((await moderationQueue(deps, moderator)).objections.map((one) => one.id)).toEqual([objection])

    await deps.store.tx((q) =>
      q.update(objections).set({ disposition: 'minority-note' }).where(eq(objections.id, objection)),
    )
    const source = { id: deps.newId(), contributionId: null, objectionId: objection, entryId: null }
    const words = { url: 'https://example.org/a', title: 'A page', publisher: 'A paper', date: '2024-03-01' }
    const by = { addedBy: moderator.actorId, addedAt: deps.now(), n: 0 }
    await deps.store.tx((q) =>
      q.insert(attachedSources).values({ ...source, ...words, ...by, archiveHash: '', status: 'reported' }),
    )
    await publishVersion(deps, moderator, { draftId: draft.draftId, note })
    const { minorityNotes, proof } = await versionPage(deps, null, { kind: 'strategy', slug, n: '2' })
    expect(proof.objections).toEqual([{ label: 'Carried as minority note', n: 1 }])
    expect(minorityNotes).toMatchObject([{ text: 'Three is arbitrary.', sources: [{ title: 'A page' }] }])
    expect((await moderationQueue(deps, moderator)).promoted).toEqual([])
  })

  it('[P27] says what anyone can check: its event, the hash of the decision and of each part', async () => {
    const { deps, moderator, draft, entryId } = await scene()
    await publishVersion(deps, moderator, { draftId: draft.draftId, note })
    const { proof } = await versionPage(deps, null, { kind: 'strategy', slug, n: '2' })
    const [told] = await deps.store.read.select().from(events).where(eq(events.type, 'version.published'))
    expect(told).toMatchObject({ subject: `entry/${entryId}`, payload: { decisionHash: proof.decisionHash } })
    expect(proof.event?.seq).toBe(told?.seq)
    const hashes = partHashes(revisedStrategy)
    expect(Object.fromEntries(proof.parts.map(({ part, hash }) => [part, hash]))).toEqual(hashes)
    expect(proof.parts.find(({ part }) => part === 'section/falsification')?.label).toBe('Falsification signal')
    expect(proof.objections).toEqual([])
    const first = await versionPage(deps, null, { kind: 'strategy', slug, n: '1' })
    expect(first.proof.event?.seq).toBeLessThan(proof.event?.seq ?? 0)
  })

  it('[P5] answers 409 when the base has moved', async () => {
    const { deps, moderator, owner, entryId, draft } = await scene()
    const fork = await aDecidedDraft(deps, { owner, entryId, baseVersion: 1 })
    await publishVersion(deps, moderator, { draftId: draft.draftId, note })
    const before = dump(deps)
    await expect(publishVersion(deps, moderator, { draftId: fork.draftId, note })).rejects.toMatchObject({
      code: 'conflict',
      status: 409,
      detail: expect.stringMatching(/version 1.*version 2/),
    })
    expect(dump(deps)).toBe(before)
  })

  it('[P7] publishes a draft once, also when two moderators press at the same time', async () => {
    const { deps, moderator, draft } = await scene()
    const other = await anAccount(deps, 'admin', 'Ada Kim')
    const both = await Promise.allSettled(
      [moderator, other].map((viewer) => publishVersion(deps, viewer, { draftId: draft.draftId, note })),
    )
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await historyPage(deps, null, { kind: 'strategy', slug })).versions).toHaveLength(2)
  })

  it('[P2] asks for a complete entry and for the text that was voted on', async () => {
    const { threshold: _threshold, ...sections } = revisedStrategy.sections
    const incomplete = await scene({ ...revisedStrategy, sections })
    await expect(
      publishVersion(incomplete.deps, incomplete.moderator, { draftId: incomplete.draft.draftId, note }),
    ).rejects.toMatchObject({ code: 'not-ready', detail: expect.stringContaining('Self-undermining threshold') })

    const { deps, moderator, draft } = await scene()
    const forged = {
      ...revisedStrategy,
      sections: { ...revisedStrategy.sections, bet: paragraph('Nobody voted on it.') },
    }
    await deps.store.tx((q) => q.update(snapshots).set({ content: forged }).where(eq(snapshots.id, draft.snapshotId)))
    await expect(publishVersion(deps, moderator, { draftId: draft.draftId, note })).rejects.toMatchObject({
      code: 'not-ready',
      detail: expect.stringContaining('no longer has the hash'),
    })
  })

  it.each([
    ['note', '', 'Write a release note.'],
    ['note', 'x'.repeat(4_001), 'Shorten a release note to 4000 characters; it has 4001 now.'],
    ['statement', 'x'.repeat(4_001), 'Shorten the statement to 4000 characters; it has 4001 now.'],
  ])('names the field %s when its text does not do', async (field, text, detail) => {
    const { deps, moderator, draft } = await scene()
    const input = { draftId: draft.draftId, note, [field]: text }
    await expect(publishVersion(deps, moderator, input)).rejects.toMatchObject({ code: 'bad-input', field, detail })
  })

  it('[P35] never writes over an outcome statement that was worded since, and publishes with it', async () => {
    const { deps, moderator, draft } = await scene()
    const publish = (statement: string) => publishVersion(deps, moderator, { draftId: draft.draftId, note, statement })
    const { ballotId } = draft
    await stateOutcome(deps, moderator, { ballotId, statement: 'Carried after three objections.' })
    const refused = { code: 'conflict', field: 'statement', message: expect.stringContaining('worded since') }
    await expect(publish('Carried.')).rejects.toMatchObject(refused)
    const at = deps.now() + 3_600_000
    await expect(
      planPublication(deps, moderator, { draftId: draft.draftId, note, statement: 'Carried.', at }),
    ).rejects.toMatchObject(refused)
    expect((await publish('')).version).toBe(2)
    expect((await findBallot(deps.store.read, ballotId))?.statement).toBe('Carried after three objections.')
  })

  it('[P7] leaves nothing behind when it breaks off, whichever statement it is', async () => {
    const { deps, moderator, draft } = await scene()
    const before = dump(deps)
    let statements = 0
    for (; ; statements += 1) {
      const breaking = { ...deps, store: breakingAfter(deps.store, statements) }
      const [result] = await Promise.allSettled([publishVersion(breaking, moderator, { draftId: draft.draftId, note })])
      if (result.status === 'fulfilled') break
      expect(result.reason).toMatchObject({ message: 'the power went out' })
      expect(dump(deps)).toBe(before)
    }
    expect(statements).toBeGreaterThan(4)
    expect(dump(deps)).not.toBe(before)
    expect(await checkRecord(deps)).toMatchObject({ fault: null })
  })
})

/** A store whose transactions break at the write after so many. */
function breakingAfter(store: Store, writes: number): Store {
  return {
    ...store,
    tx: (fn) =>
      store.tx((q) => {
        let left = writes
        const guard = new Proxy(q, {
          get(target, name: keyof Q) {
            if (name === 'insert' || name === 'update' || name === 'delete') {
              if (left === 0) throw new Error('the power went out')
              left -= 1
            }
            const method: unknown = Reflect.get(target, name)
            return typeof method === 'function' ? method.bind(target) : method
          },
        })
        return fn(guard)
      }),
  }
}

describe('addresses of versions', () => {
  it('answer clearly when there is no such version', async () => {
    const { deps } = await scene()
    const at = (n: string) => versionPage(deps, null, { kind: 'strategy', slug, n })
    await expect(at('2')).rejects.toMatchObject({
      code: 'not-found',
      detail: expect.stringContaining('only version 1'),
    })
    await expect(at('0')).rejects.toMatchObject({ code: 'not-found' })
    await expect(at('1e3')).rejects.toMatchObject({ code: 'not-found' })
    const compare = (range: string) => comparePage(deps, null, { kind: 'strategy', slug, range })
    await expect(compare('1..2')).rejects.toMatchObject({ code: 'bad-input', field: 'range' })
    await expect(compare('1...1')).rejects.toMatchObject({ code: 'bad-input', field: 'range' })
    await expect(compare('1...9')).rejects.toMatchObject({ code: 'not-found' })
    await expect(versionPage(deps, null, { kind: 'concept', slug, n: '1' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
