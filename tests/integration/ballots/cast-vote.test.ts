import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { countPapers, listPapers } from '../../../db/queries/ballots.ts'
import { drafts, eventPrivate, events, objections, paperLinks, papers, users } from '../../../db/schema.ts'
import { castVote } from '../../../server/usecases/ballots/cast-vote.ts'
import { checkReceipt } from '../../../server/views/ballot-receipt.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { anAccount } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

describe('casting a vote', () => {
  it('[B3] [B16] counts the last paper and keeps the earlier one as replaced, each with its own receipt', async () => {
    const deps = testDeps()
    const { ballotId, voters } = await aBallot(deps)
    const first = await vote(deps, voters[0], ballotId, 'agree')
    const second = await vote(deps, voters[0], ballotId, 'abstain')
    expect(second.receipt).not.toBe(first.receipt)
    expect([first.replacedEarlier, second.replacedEarlier]).toEqual([false, true])
    const rows = await listPapers(deps.store.read, ballotId)
    expect(rows.map(({ choice, replaced, replaces }) => ({ choice, replaced, replaces }))).toEqual(
      expect.arrayContaining([
        { choice: 'agree', replaced: true, replaces: null },
        { choice: 'abstain', replaced: false, replaces: first.receipt },
      ]),
    )
    expect(await countPapers(deps.store.read, ballotId)).toBe(1)
    const check = (typed: string) => checkReceipt(deps, voters[1], { ballotId, typed })
    expect((await check(first.receipt)).found).toBe('replaced')
    expect(await check(second.receipt)).toMatchObject({ found: 'in-the-box', choice: null })
    expect((await check('maple orbit seven tin 7QF3')).found).toBe('none')
  })

  it('[B3] counts one paper per person however many are cast at once', async () => {
    const deps = testDeps()
    const { ballotId, voters } = await aBallot(deps)
    const many = await Promise.all(Array.from({ length: 20 }, () => vote(deps, voters[0], ballotId, 'object')))
    expect(new Set(many.map(({ receipt }) => receipt)).size).toBe(20)
    const q = deps.store.read
    expect(await countPapers(q, ballotId)).toBe(1)
    expect(await q.$count(papers)).toBe(20)
    expect(await q.$count(paperLinks)).toBe(1)
    const open = await q.select().from(objections).where(eq(objections.disposition, 'open'))
    expect(open).toHaveLength(1)
  })

  it('[B14] refuses a vote at the closing time and after it, even before the ballot is counted', async () => {
    const deps = testDeps()
    const { ballotId, voters } = await aBallot(deps)
    const closesAt = deps.now() + 10 * minute
    deps.setNow(closesAt - 1)
    await vote(deps, voters[0], ballotId, 'agree')
    deps.setNow(closesAt)
    await expect(vote(deps, voters[1], ballotId, 'agree')).rejects.toMatchObject({ code: 'too-late' })
    expect(await countPapers(deps.store.read, ballotId)).toBe(1)
  })

  it('[B2] [B19] an objection needs words, and becomes a sealed objection with an owner', async () => {
    const deps = testDeps()
    const { ballotId, voters, draftId } = await aBallot(deps)
    const by = voters[0]
    const object = { ballotId, choice: 'object' }
    await expect(castVote(deps, by, object)).rejects.toMatchObject({ code: 'bad-input', field: 'reason' })
    await expect(castVote(deps, by, { ...object, reason: 'No.' })).rejects.toMatchObject({ field: 'settledBy' })
    await expect(castVote(deps, by, { ballotId, choice: 'maybe' })).rejects.toMatchObject({ field: 'choice' })
    await vote(deps, by, ballotId, 'object')
    const [objection] = await deps.store.read.select().from(objections)
    expect(objection).toMatchObject({ draftId, ballotId, ownerId: by.actorId, sealed: true, disposition: 'open' })
    await vote(deps, by, ballotId, 'agree')
    const [withdrawn] = await deps.store.read.select().from(objections)
    expect(withdrawn).toMatchObject({ disposition: 'withdrawn', sealed: true })
  })

  it('[B19] shows an objection at once where its voter says so, and says when it is withdrawn', async () => {
    const deps = testDeps()
    const { ballotId, voters } = await aBallot(deps)
    const loud = { ballotId, choice: 'object', reason: 'No limit.', settledBy: 'A number.', publishObjection: true }
    await castVote(deps, voters[0], loud)
    const [objection] = await deps.store.read.select().from(objections)
    expect(objection?.sealed).toBe(false)
    await vote(deps, voters[0], ballotId, 'agree')
    const types = (await deps.store.read.select().from(events)).map(({ type }) => type)
    expect(types.filter((type) => type.startsWith('objection.'))).toEqual(['objection.raised', 'objection.withdrawn'])
  })

  it('[B19] gives an objection no owner where names are hidden', async () => {
    const deps = testDeps()
    const { ballotId, voters } = await aBallot(deps, { names: 'hidden' })
    await vote(deps, voters[0], ballotId, 'object')
    const [objection] = await deps.store.read.select().from(objections)
    expect(objection).toMatchObject({ ownerId: null, disposedBy: null })
  })

  it('[B21] refuses people who are not on the electorate, signed out or suspended', async () => {
    const deps = testDeps()
    const { ballotId, admin, voters } = await aBallot(deps)
    const latecomer = await anAccount(deps, 'contributor', 'Came Later')
    await expect(vote(deps, latecomer, ballotId, 'agree')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(vote(deps, admin, ballotId, 'agree')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(castVote(deps, null, { ballotId, choice: 'agree' })).rejects.toMatchObject({ code: 'signed-out' })

    await vote(deps, voters[0], ballotId, 'agree')
    await deps.store.tx((q) =>
      q.update(users).set({ suspendedAt: deps.now() }).where(eq(users.actorId, voters[0].actorId)),
    )
    // The viewer still says "not suspended": the right is read inside the transaction.
    await expect(vote(deps, voters[0], ballotId, 'object')).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await countPapers(deps.store.read, ballotId)).toBe(1)
  })

  it('refuses a vote on a deleted draft and on a ballot that does not exist', async () => {
    const deps = testDeps()
    const { ballotId, voters, draftId } = await aBallot(deps)
    await deps.store.tx((q) => q.update(drafts).set({ deletedAt: deps.now() }).where(eq(drafts.id, draftId)))
    await expect(vote(deps, voters[0], ballotId, 'agree')).rejects.toMatchObject({ code: 'gone' })
    await expect(vote(deps, voters[0], 'nosuchballot', 'agree')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('remembers what the voter had before them: one hash per part', async () => {
    const deps = testDeps()
    const { ballotId, voters } = await aBallot(deps)
    await vote(deps, voters[0], ballotId, 'agree')
    const [paper] = await listPapers(deps.store.read, ballotId)
    expect(Object.keys(paper?.covered ?? {})).toEqual(expect.arrayContaining(['title', 'section/bet', 'field/lever']))
  })

  it('[B17] puts the choice into the leaf and only the turnout into the chain; the receipt into neither', async () => {
    const deps = testDeps()
    const { ballotId, voters } = await aBallot(deps)
    const { receipt } = await vote(deps, voters[0], ballotId, 'object')
    const q = deps.store.read
    const [event] = await q.select().from(events).where(eq(events.type, 'ballot.vote-cast'))
    expect(event?.payload).toEqual({ ballotId, turnout: 1, castAt: deps.now() })
    const record = JSON.stringify([await q.select().from(events), await q.select().from(eventPrivate)])
    expect(record).toContain('"choice":"object"')
    expect(record).not.toContain(receipt)
  })
})
