import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findBallotSnapshot } from '../../../db/queries/ballots.ts'
import { events, publicationApprovals, versions } from '../../../db/schema.ts'
import { closeBallot } from '../../../server/usecases/ballots/close-ballot.ts'
import type { OpenBallot } from '../../../server/usecases/ballots/open-ballot.ts'
import { approvePublication } from '../../../server/usecases/versions/approve-publication.ts'
import { publishVersion } from '../../../server/usecases/versions/publish-version.ts'
import { publishPage } from '../../../server/views/publish-page.ts'
import { aBallot, vote } from '../../factories/ballot-world.ts'
import { anAccount } from '../../factories/decided-draft.ts'
import type { TestDeps } from '../../factories/test-deps.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** A promoted draft whose ballot asks for more; `other` and `third` are moderators who had no part in it. */
async function adopted(deps: TestDeps, change: Partial<OpenBallot>) {
  const world = await aBallot(deps, change)
  const { ballotId, moderator, voters } = world
  await vote(deps, moderator, ballotId, 'agree')
  await vote(deps, voters[0], ballotId, 'agree')
  const other = await anAccount(deps, 'moderator', 'Noor Haddad')
  const third = await anAccount(deps, 'moderator', 'Pia Lind')
  await closeBallot(deps, other, { ballotId, reason: 'Everyone has voted.' })
  const snapshotId = (await findBallotSnapshot(deps.store.read, ballotId))?.id ?? ''
  return { ...world, other, third, snapshotId }
}

describe('publishing under conditions', () => {
  it('[B53] where an uninvolved moderator is asked for, one who voted does not publish', async () => {
    const deps = testDeps()
    const { draftId, moderator, other } = await adopted(deps, { closer: 'uninvolved' })
    const publish = (by: typeof other) => publishVersion(deps, by, { draftId, note: 'A stricter signal.' })
    await expect(publish(moderator)).rejects.toMatchObject({ code: 'not-ready' })
    const page = await publishPage(deps, other, draftId)
    expect(page.requirements.find(({ id }) => id === 'closer')).toMatchObject({ met: true })
    await publish(other)
  })

  it('[B62] a second moderator agrees to exactly this text, and is not who publishes', async () => {
    const deps = testDeps()
    const { draftId, moderator, other, third, voters, snapshotId } = await adopted(deps, { secondModerator: true })
    const publish = (by: typeof other) => publishVersion(deps, by, { draftId, note: 'A stricter signal.' })
    const approve = (by: typeof other, id = snapshotId) => approvePublication(deps, by, { draftId, snapshotId: id })
    await expect(publish(other)).rejects.toMatchObject({ code: 'not-ready' })
    await expect(approve(voters[0])).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(approve(third, 'another')).rejects.toMatchObject({ code: 'conflict' })
    await approve(other)
    await expect(publish(other)).rejects.toMatchObject({ code: 'not-ready' })
    await deps.store.tx((q) => q.update(publicationApprovals).set({ actorId: third.actorId }))
    await approve(third)
    expect((await publishPage(deps, moderator, draftId)).second?.approvals).toMatchObject([{ name: 'Pia Lind' }])
    await publish(moderator)
    expect(await deps.store.read.$count(events, eq(events.type, 'publication.approved'))).toBe(1)
  })

  it('[B63] an override needs a reason, which stands in the decision and the record; an objection is none', async () => {
    const deps = testDeps()
    const { draftId, moderator, ballotId } = await adopted(deps, { secondModerator: true })
    const publish = (overrides: string[], overrideReason?: string) =>
      publishVersion(deps, moderator, { draftId, note: 'A stricter signal.', overrides, overrideReason })
    await expect(publish(['second-moderator'])).rejects.toMatchObject({ code: 'bad-input', field: 'overrideReason' })
    await expect(publish(['complete'], 'In haste.')).rejects.toMatchObject({ code: 'not-ready' })
    await publish(['second-moderator', 'objections'], 'The other one is ill.')
    const [version] = await deps.store.read.select().from(versions).where(eq(versions.ballotId, ballotId))
    expect(version?.decision.summary).toContain('although no second moderator agreed, for this reason: The other one')
    const [event] = await deps.store.read.select().from(events).where(eq(events.type, 'version.published'))
    expect(event?.payload.overrides).toEqual(['second-moderator'])
  })
})
