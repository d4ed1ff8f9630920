import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { events, notifications } from '../../../db/schema.ts'
import { closeBallot } from '../../../server/usecases/ballots/close-ballot.ts'
import { remindNonvoters } from '../../../server/usecases/ballots/remind-nonvoters.ts'
import { ballotPage } from '../../../server/views/ballot-page.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import { testDeps } from '../../factories/test-deps.ts'

const day = 24 * 60 * minute

describe('reminding by hand', () => {
  it('[B61] reaches exactly those who have not voted, once a day', async () => {
    const deps = testDeps()
    const { ballotId, owner, voters, moderator } = await aBallot(deps, { closesAt: deps.now() + 7 * day })
    await vote(deps, voters[0], ballotId, 'agree')
    const remind = (by: typeof owner) => remindNonvoters(deps, by, { ballotId })
    await expect(remind(voters[1])).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await ballotPage(deps, voters[1], ballotId)).reminding).toBeNull()
    const page = await ballotPage(deps, moderator, ballotId)
    expect(page.reminding).toMatchObject({ waiting: 4, last: null, again: null })
    expect(page.reminding?.names).not.toContain(voters[0].name)
    expect(await remind(moderator)).toEqual({ waiting: 4 })
    const told = await deps.store.read.select().from(notifications).where(eq(notifications.kind, 'ballot-reminded'))
    expect(told.map(({ actorId }) => actorId).sort()).toEqual(
      [owner, voters[1], voters[2]].map(({ actorId }) => actorId).sort(),
    )
    await expect(remind(owner)).rejects.toMatchObject({ code: 'not-ready' })
    deps.setNow(deps.now() + day)
    await remind(owner)
    deps.setNow(deps.now() + 6 * day)
    await expect(remind(owner)).rejects.toMatchObject({ code: 'too-late' })
    const said = await deps.store.read.select().from(events).where(eq(events.type, 'ballot.reminded'))
    expect(said.map(({ payload }) => payload.waiting)).toEqual([4, 4])
  })

  it('[B61] [I14] where names are hidden shows it to the others only, and nobody sees who they are', async () => {
    const deps = testDeps()
    const { ballotId, owner, voters, admin } = await aBallot(deps, { names: 'hidden', closesAt: deps.now() + 7 * day })
    await vote(deps, voters[0], ballotId, 'agree')
    expect((await ballotPage(deps, admin, ballotId)).reminding).toMatchObject({ waiting: 4, names: null })
    await remindNonvoters(deps, owner, { ballotId })
    // One row for each but who sent it: the rows say nothing of who has voted.
    expect(await deps.store.read.$count(notifications, eq(notifications.kind, 'ballot-reminded'))).toBe(4)
    const kinds = async (by: typeof owner) => Object.values(await inboxOf(deps, by)).flat()
    expect(await kinds(voters[0])).not.toContain('ballot-reminded')
    expect((await inboxOf(deps, voters[1])).needs).toContain('ballot-reminded')
    await vote(deps, voters[1], ballotId, 'object')
    expect(await kinds(voters[1])).not.toContain('ballot-reminded')
    // Closing destroys who voted; the reminder stays away, also among what was put away.
    await closeBallot(deps, admin, { ballotId, reason: 'Everybody has had time.' })
    await deps.store.tx((q) => q.update(notifications).set({ doneAt: deps.now() }))
    for (const one of voters) expect(await kinds(one)).not.toContain('ballot-reminded')
  })
})
