import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { drafts, eventPrivate } from '../../../db/schema.ts'
import { refusal } from '../../factories/argue-world.ts'
import { candidateWorld } from '../../factories/candidate-world.ts'

describe('merging', () => {
  it('[W10] moves reactions and reasons to the one that stays', async () => {
    const { propose, react, seen, services, owner, commenter, second, facilitator, moderator, threadId } =
      await candidateWorld()
    await propose(commenter, 'One firm decides.')
    await propose(second, 'One company decides.')
    await react(owner, 2, 'agree')
    await react(owner, 1, 'unsure')
    await react(moderator, 2, 'disagree')
    await react(commenter, 2, 'agree')
    await services.postContribution(owner, { threadId, type: 'against', text: 'Rare.', candidate: '2' })
    const merge = (by: typeof owner, candidate: string, into: string) =>
      services.mergeCandidate(by, { threadId, candidate, into })
    expect((await refusal(merge(owner, '2', '1'))).code).toBe('not-allowed')
    expect(await refusal(merge(facilitator, '2', '2'))).toMatchObject({ code: 'bad-input', field: 'into' })
    expect((await refusal(merge(facilitator, '2', '0'))).code).toBe('not-found')
    await merge(facilitator, '2', '1')
    expect(await seen(owner, 1)).toMatchObject({
      reaction: 'unsure',
      reactions: { agree: 0, disagree: 1, unsure: 1 },
      reasons: { against: [{ author: 'Ana Duarte' }] },
    })
    expect(await seen(owner, 2)).toMatchObject({ state: 'merged', mergedInto: 1 })
    expect((await refusal(merge(moderator, '2', '1'))).detail).toBe('Candidate 2 was merged into candidate 1.')
    expect(await propose(second, 'One company decides.')).toBe(3)
  })
})

describe('carrying into the draft', () => {
  it('[W11] makes one suggestion of its author’s words, which leads back to the thread', async () => {
    const { propose, services, seen, owner, commenter, second, facilitator, threadId, draftId, recorded } =
      await candidateWorld()
    await propose(commenter, 'One firm decides.')
    const carry = (by: typeof owner) => services.carryCandidate(by, { threadId, candidate: '1' })
    expect((await refusal(carry(second))).code).toBe('not-allowed')
    // Two at the same moment: one carries, the other is told.
    const both = await Promise.allSettled([carry(owner), carry(facilitator)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { suggestions } = await services.suggestionsPage(owner, draftId)
    expect(suggestions).toMatchObject([
      { author: 'Bashir Noor', threadId, reason: 'Candidate 1 of “What would prove it wrong?”.' },
    ])
    expect((await recorded()).filter((type) => type === 'candidate.carried')).toHaveLength(1)
    const id = suggestions[0]?.id ?? ''
    expect(await seen(owner, 1)).toMatchObject({ suggestion: { id, state: 'open' }, mayCarry: false })
    await services.declineSuggestion(owner, { suggestionId: id, reason: 'Not yet.' })
    expect((await seen(owner, 1))?.mayCarry).toBe(true)
    await services.resolveThread(owner, { threadId, outcome: 'signal-adopted', reason: 'Said.', candidate: '1' })
    const again = await carry(owner)
    await services.acceptSuggestion(owner, { suggestionId: again.suggestionId })
    expect((await refusal(carry(owner))).code).toBe('conflict')
    expect((await services.suggestionsPage(owner, draftId, { which: 'ended' })).suggestions).toHaveLength(2)
  })

  it('[W11] is open while a ballot is, and closed once the draft is decided', async () => {
    const { propose, services, all, owner, commenter, threadId, draftId, deps } = await candidateWorld()
    await propose(commenter, 'One firm decides.')
    const state = (now: 'ballot-open' | 'promoted') =>
      deps.store.tx((q) => q.update(drafts).set({ state: now }).where(eq(drafts.id, draftId)))
    await state('ballot-open')
    expect((await all())?.underBallot).toBe(true)
    await services.carryCandidate(owner, { threadId, candidate: '1' })
    await state('promoted')
    expect((await refusal(propose(commenter, 'Two decide.'))).code).toBe('not-allowed')
    expect((await refusal(services.carryCandidate(owner, { threadId, candidate: '1' }))).code).toBe('not-allowed')
    expect(await all()).toMatchObject({ mayPropose: false })
  })
})

describe('resolving', () => {
  it('[W12] [T13] names the candidate that was adopted, without an observation in the header', async () => {
    const { propose, services, owner, commenter, second, threadId } = await candidateWorld()
    const resolve = (candidate?: string, outcome = 'signal-adopted') =>
      services.resolveThread(owner, { threadId, outcome, reason: 'Said.', candidate })
    expect(await refusal(resolve())).toMatchObject({ field: 'outcome' })
    await propose(commenter, 'One firm decides.')
    await propose(second, 'Two decide.')
    expect(await refusal(resolve())).toMatchObject({ code: 'bad-input', field: 'candidate' })
    expect(await refusal(resolve('7'))).toMatchObject({ code: 'bad-input', field: 'candidate' })
    expect(await refusal(resolve('0'))).toMatchObject({ code: 'bad-input', field: 'outcome' })
    await resolve('2')
    expect((await services.threadPage(null, threadId).catch(() => null)) ?? 'private').toBe('private')
    expect((await services.threadPage(owner, threadId)).thread).toMatchObject({ outcomeCandidate: 2 })
    await services.reopenThread(owner, { threadId, reason: 'News.' })
    expect((await services.threadPage(owner, threadId)).thread.outcomeCandidate).toBeNull()
  })
})

describe('words removed for good', () => {
  it('leave candidates and what the record keeps of them', async () => {
    const { propose, services, seen, owner, commenter, moderator, draftId, deps } = await candidateWorld()
    await propose(commenter, 'Volker Xylander decides.')
    await services.redactDraft(moderator, { draftId, words: 'Volker Xylander', reason: 'A person asked for it.' })
    expect((await seen(owner, 1))?.text).not.toContain('Xylander')
    const leaves = await deps.store.read.select().from(eventPrivate)
    expect(JSON.stringify(leaves)).not.toContain('Xylander')
  })

  it('[W13] leave them also where they run over marks, and their earlier wordings in the record', async () => {
    const { propose, services, seen, owner, commenter, moderator, draftId, threadId, deps } = await candidateWorld()
    await propose(commenter, '**Volker** Xylander decides.')
    await services.rewordCandidate(commenter, { threadId, candidate: '1', text: 'So _Volker_ Xylander rules.' })
    await propose(commenter, 'An <!-- Volker Xylander --> authority decides.')
    await propose(commenter, 'Two *firms* decide.')
    await services.redactDraft(moderator, { draftId, words: 'Volker Xylander', reason: 'A person asked for it.' })
    for (const n of [1, 2]) expect(JSON.stringify(await seen(owner, n))).not.toMatch(/Volker|Xylander/)
    expect(await seen(owner, 1)).toMatchObject({ state: 'standing', text: expect.stringContaining('rules.') })
    expect((await seen(owner, 3))?.text).toBe('Two *firms* decide.')
    const leaves = JSON.stringify(await deps.store.read.select().from(eventPrivate))
    expect(leaves).not.toMatch(/Volker|Xylander/)
    expect(leaves).toContain('Two *firms* decide.')
  })

  it('[W13] go with a whole section, which ends its candidates and leaves those of other sections', async () => {
    const { propose, services, seen, owner, commenter, moderator, draftId, deps } = await candidateWorld()
    const other = await services.openThread(owner, { draft: draftId, place: 'section/threshold', kind: 'threshold' })
    await services.proposeCandidate(commenter, { threadId: other.id, text: 'At nine days.' })
    await propose(commenter, 'One firm decides.')
    await services.redactDraft(moderator, { draftId, section: 'falsification', reason: 'A person asked for it.' })
    expect(await seen(owner, 1)).toMatchObject({ state: 'withdrawn', text: '', part: [] })
    expect((await services.threadPage(owner, other.id)).candidates?.list[1]).toMatchObject({
      state: 'standing',
      text: 'At nine days.',
    })
    const leaves = JSON.stringify(await deps.store.read.select().from(eventPrivate))
    expect(leaves).not.toContain('One firm decides.')
    expect(leaves).toContain('At nine days.')
  })
})
