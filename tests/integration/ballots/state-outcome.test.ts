import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { ballots, drafts, events, notifications } from '../../../db/schema.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { stateOutcome } from '../../../server/usecases/ballots/state-outcome.ts'
import { ballotPage } from '../../../server/views/ballot-page.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { anAccount } from '../../factories/decided-draft.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import { testDeps } from '../../factories/test-deps.ts'

describe('the outcome statement', () => {
  it('[B52] is asked of moderators at closing, told to everybody who could vote, and keeps its wordings', async () => {
    const deps = testDeps()
    const { ballotId, owner, voters, moderator } = await aBallot(deps)
    await vote(deps, voters[0], ballotId, 'object')
    const state = (by: typeof owner | null, statement?: string, before?: string) =>
      stateOutcome(deps, by, { ballotId, statement, before })
    await expect(state(moderator, 'Too early.')).rejects.toMatchObject({ code: 'not-ready' })
    deps.setNow(deps.now() + 10 * minute)
    await runDueJobs(deps)
    expect((await inboxOf(deps, moderator)).needs).toContain('statement-asked')
    await expect(state(null, 'x')).rejects.toMatchObject({ code: 'signed-out' })
    await expect(state(owner, 'x')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(state(moderator, ' ')).rejects.toMatchObject({ code: 'bad-input', field: 'statement' })
    await state(moderator, 'Too few voted. The number stays open.', '')
    await state(moderator, 'Too few voted. The number stays open.')
    const { statement, outcomeBy } = await ballotPage(deps, voters[1], ballotId)
    expect(statement).toMatchObject({ words: 'Too few voted. The number stays open.', by: moderator.name, wordings: 1 })
    expect(outcomeBy).toEqual({ may: false, whyNot: null })
    // Also who objected, and who did not vote; not who wrote it.
    const told = await deps.store.read.select().from(notifications).where(eq(notifications.kind, 'ballot-statement'))
    expect(told.map(({ actorId }) => actorId).sort()).toEqual([owner, ...voters].map(({ actorId }) => actorId).sort())
    expect((await inboxOf(deps, moderator)).needs).not.toContain('statement-asked')
    await expect(state(moderator, 'Another.', '')).rejects.toMatchObject({ code: 'conflict' })
    await state(moderator, 'Too few voted.', statement?.mark)
    expect((await ballotPage(deps, owner, ballotId)).statement).toMatchObject({ words: 'Too few voted.', wordings: 2 })
    const said = await deps.store.read.select().from(events).where(eq(events.type, 'ballot.outcome-stated'))
    expect(said.map(({ payload }) => payload.reworded)).toEqual([false, true])
    expect(JSON.stringify(said.map(({ payload }) => payload))).not.toContain('Too few')
  })

  it.each(['shown', 'hidden'] as const)(
    '[B53] may ask for somebody who had no part in it (names %s)',
    async (names) => {
      const deps = testDeps()
      const { ballotId, draftId, voters, moderator, admin } = await aBallot(deps, { names })
      const other = await anAccount(deps, 'moderator', 'Noor Haddad')
      await deps.store.tx((q) => q.update(ballots).set({ closer: 'uninvolved' }))
      await vote(deps, moderator, ballotId, 'agree')
      await vote(deps, voters[0], ballotId, 'agree')
      deps.setNow(deps.now() + 10 * minute)
      await runDueJobs(deps)
      const state = (by: typeof admin) => stateOutcome(deps, by, { ballotId, statement: 'Adopted.' })
      await expect(state(moderator)).rejects.toMatchObject({ code: 'not-allowed' })
      expect((await ballotPage(deps, moderator, ballotId)).outcomeBy).toMatchObject({ may: false })
      await deps.store.tx((q) => q.update(drafts).set({ ownerId: admin.actorId }).where(eq(drafts.id, draftId)))
      await expect(state(admin)).rejects.toMatchObject({ code: 'not-allowed' })
      await deps.store.tx((q) => q.update(ballots).set({ openedBy: other.actorId }))
      await expect(state(other)).rejects.toMatchObject({ code: 'not-allowed' })
      await deps.store.tx((q) => q.update(ballots).set({ openedBy: voters[0].actorId }))
      await state(other)
    },
  )
})
