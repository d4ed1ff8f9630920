import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { events, notifications, versions } from '../../../db/schema.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { expireVersion } from '../../../server/jobs/version-days.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { affirmVersion } from '../../../server/usecases/versions/affirm-version.ts'
import { publishVersion } from '../../../server/usecases/versions/publish-version.ts'
import { affirmPage } from '../../../server/views/affirm-page.ts'
import { entryJson } from '../../../server/views/entry-json.ts'
import { strategiesList } from '../../../server/views/strategies-list.ts'
import { strategyPage } from '../../../server/views/strategy-page.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

const entry = 'strategies/a-cap'
const day = 86_400_000
const days = (from: number, n: number) => new Date(from + n * day).toISOString().slice(0, 10)

async function scene() {
  const real = testDeps()
  let ahead = 0
  const deps = { ...real, now: () => real.now() + ahead }
  const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
  const owner = await anAccount(deps, 'contributor', 'Owen Reid')
  const other = await anAccount(deps, 'contributor', 'Wanda Sato')
  const entryId = await anEntry(deps, owner, completeStrategy, 'a-cap')
  const { draftId } = await aDecidedDraft(deps, { owner, entryId, baseVersion: 1 })
  const start = deps.now()
  const publish = (review?: string, expires?: string) =>
    publishVersion(deps, moderator, { draftId, note: 'Stricter.', review, expires })
  const later = async (by: number) => {
    ahead += by * day
    await runDueJobs(deps)
  }
  const told = async () =>
    (await deps.store.read.select().from(notifications).where(eq(notifications.kind, 'version-review'))).map(
      ({ actorId }) => actorId,
    )
  const frame = async (viewer = null as typeof owner | null) => (await strategyPage(deps, viewer, 'a-cap')).frame
  return { deps, moderator, owner, other, start, publish, later, told, frame }
}

describe('[P21]–[P24] the days of a version', () => {
  it('[P21] are refused where they are wrong, and nothing is published', async () => {
    const { start, publish, frame } = await scene()
    await expect(publish('soon')).rejects.toMatchObject({ code: 'bad-input', field: 'review' })
    await expect(publish(days(start, 9), days(start, 8))).rejects.toMatchObject({ field: 'expires' })
    expect((await frame()).version.n).toBe(1)
    await publish()
    expect((await frame()).days).toMatchObject({ reviewAt: null, due: false, expired: false })
  })

  it('[P22] [P23] come by themselves, are told once, and are said to everybody', async () => {
    const { deps, moderator, owner, start, publish, later, told, frame } = await scene()
    await publish(days(start, 10), days(start, 20))
    expect(await frame()).toMatchObject({ days: { due: false, expired: false, affirm: null } })
    expect(await told()).toEqual([])
    await later(11)
    await later(0)
    expect((await told()).sort()).toEqual([owner.actorId, moderator.actorId].sort())
    expect((await frame()).days).toMatchObject({ due: true, expired: false })
    await later(10)
    expect((await frame()).days.expired).toBe(true)
    expect((await entryJson(deps, null, { kind: 'strategy', id: 'a-cap' })).expired).toBe(true)
    expect((await strategiesList(deps, null, '')).rows[0]?.expired).toBe(true)
    expect(await deps.store.read.$count(events, eq(events.type, 'version.expired'))).toBe(1)
    expect((await checkRecord(deps)).fault).toBeNull()
  })

  it('[P23] tells of an expiry once, also where its job ran and was not put away', async () => {
    const { deps, start, publish, later } = await scene()
    await publish('', days(start, 20))
    await later(21)
    const [version] = await deps.store.read.select().from(versions).where(eq(versions.n, 2))
    await expireVersion(deps, { versionId: version?.id, at: version?.expiresAt })
    expect(await deps.store.read.$count(events, eq(events.type, 'version.expired'))).toBe(1)
  })

  it('[P22] [P24] are nothing to those who only took part', async () => {
    const { deps, moderator, owner, other, start, publish, later, told, frame } = await scene()
    await publish(days(start, 10), '')
    const [version] = await deps.store.read.select().from(versions).where(eq(versions.n, 2))
    const took = { actorId: other.actorId, name: other.name, characters: 0 }
    const authors = [...(version?.authors ?? []), took]
    await deps.store.tx((q) => q.update(versions).set({ authors }).where(eq(versions.n, 2)))
    await later(11)
    expect((await told()).sort()).toEqual([owner.actorId, moderator.actorId].sort())
    const input = { entry, n: 2, note: 'Still so.', review: days(start, 100), expires: '' }
    await expect(affirmVersion(deps, other, input)).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await frame(other)).days.affirm).toBeNull()
  })

  it('[P24] are set anew by an author or a moderator who says that it still stands', async () => {
    const { deps, owner, other, start, publish, later, told, frame } = await scene()
    await publish(days(start, 10), days(start, 20))
    await later(21)
    const note = 'Read again: the signal has not landed.'
    const input = { entry, n: 2, note, review: days(start, 100), expires: '' }
    await expect(affirmVersion(deps, null, input)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(affirmVersion(deps, other, input)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(affirmPage(deps, other, entry)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(affirmVersion(deps, owner, { ...input, note: '' })).rejects.toMatchObject({ field: 'note' })
    await expect(affirmVersion(deps, owner, { ...input, review: '' })).rejects.toMatchObject({ field: 'review' })
    await expect(affirmVersion(deps, owner, { ...input, n: 1 })).rejects.toMatchObject({ code: 'conflict' })
    expect(await affirmPage(deps, owner, entry)).toMatchObject({ n: 2, due: true, expired: true })
    const { contentHash } = (await frame()).version
    await affirmVersion(deps, owner, input)
    expect((await frame(owner)).days).toMatchObject({ due: false, expired: false, expiresAt: null })
    expect((await frame(owner)).days.affirm).toBe(`/versions/affirm?entry=${entry}`)
    expect((await frame()).version.contentHash).toBe(contentHash)
    expect((await strategiesList(deps, null, '')).rows[0]?.expired).toBe(false)
    const before = (await told()).length
    await later(80)
    expect(await told()).toHaveLength(before + 2)
    expect((await checkRecord(deps)).fault).toBeNull()
  })
})
