import { eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { replaceSection } from '../../../collab/replace-section.ts'
import { events } from '../../../db/schema.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { AppError } from '../../../server/errors.ts'
import { refusal } from '../../factories/argue-world.ts'
import { candidateWorld } from '../../factories/candidate-world.ts'

describe('proposing', () => {
  it('[W2] [W4] puts numbered wordings beside what stands there, even where nothing does', async () => {
    const { propose, all, commenter, second, heard, threadId } = await candidateWorld()
    expect(await all()).toMatchObject({
      nothing: 'No signal',
      list: [{ n: 0, part: [], author: '' }],
      mayPropose: true,
    })
    expect([
      await propose(commenter, 'One firm decides.\n\nFor a year.'),
      await propose(second, 'Two decide.'),
    ]).toEqual([1, 2])
    expect((await all())?.list).toMatchObject([
      { n: 0 },
      { n: 1, author: 'Bashir Noor', mine: false, change: null },
      { n: 2, author: 'Gita Rao' },
    ])
    expect((await all())?.list[1]?.part).toHaveLength(2)
    expect(heard).toContainEqual({ topic: `thread/${threadId}`, type: 'candidate.proposed', id: threadId })
  })

  it('[W3] refuses nothing, too much, HTML alone, and what is said already, naming the field', async () => {
    const { propose, commenter, second, deps, draftId, owner } = await candidateWorld()
    const refused = (text: string) => refusal(propose(commenter, text))
    expect(await refused(' \n ')).toMatchObject({ code: 'bad-input', field: 'text' })
    expect(await refused('x'.repeat(100_000))).toMatchObject({ code: 'bad-input', field: 'text' })
    expect(await propose(second, '<b>One</b> firm <script>alert(1)</script>decides.')).toBe(1)
    expect(await refused('<b>One</b> firm <script>alert(1)</script>decides.')).toMatchObject({ code: 'conflict' })
    await deps.collab.transact(draftId, owner.actorId, (doc) =>
      replaceSection(doc, 'falsification', paragraph('Three decide.')),
    )
    expect((await refused('Three decide.')).detail).toMatch(/^The draft says so already/)
  })

  it('does not keep anybody from the argument while the draft cannot be loaded', async () => {
    const { propose, all, commenter, owner, deps, services, threadId } = await candidateWorld()
    await propose(commenter, 'One firm decides.')
    await services.postContribution(commenter, { threadId, type: 'note', text: 'Look here.' })
    const broken = vi
      .spyOn(deps.collab, 'readDraft')
      .mockRejectedValue(new AppError('unavailable', 'The document cannot be read.'))
    expect(await services.threadPage(owner, threadId)).toMatchObject({
      candidates: null,
      unreadable: true,
      contributions: 1,
    })
    broken.mockRejectedValue(new TypeError('a fault of ours'))
    await expect(services.threadPage(owner, threadId)).rejects.toThrow('a fault of ours')
    broken.mockRestore()
    expect((await all())?.list).toHaveLength(2)
    expect((await services.threadPage(owner, threadId)).unreadable).toBe(false)
  })

  it('is compared with what stands there, unless that is very long', async () => {
    const { propose, seen, commenter, owner, deps, draftId } = await candidateWorld()
    await propose(commenter, 'One firm decides.')
    const stands = (text: string) =>
      deps.collab.transact(draftId, owner.actorId, (doc) => replaceSection(doc, 'falsification', paragraph(text)))
    await stands('Three firms decide.')
    expect((await seen(owner, 1))?.change).toMatchObject({ changes: 1 })
    await stands('Three firms decide. '.repeat(1_001).trim())
    expect((await seen(owner, 1))?.change).toBeNull()
  })

  it('[W3] takes at most twelve at a time', async () => {
    const { propose, commenter, services, threadId } = await candidateWorld()
    for (let n = 1; n <= 12; n += 1) await propose(commenter, `Number ${n}.`)
    expect(await refusal(propose(commenter, 'One more.'))).toMatchObject({ code: 'conflict', field: 'text' })
    await services.withdrawCandidate(commenter, { threadId, candidate: '12' })
    expect(await propose(commenter, 'One more.')).toBe(13)
  })

  it('[W5] [W6] lets its author reword it until somebody reacts, and withdraw it', async () => {
    const { propose, react, seen, services, commenter, second, owner, threadId } = await candidateWorld()
    await propose(commenter, 'One firm decides.')
    const reword = (text: string, by = commenter) => services.rewordCandidate(by, { threadId, candidate: '1', text })
    expect(await reword('One firm rules.')).toEqual({ changed: true })
    expect((await refusal(reword('No.', second))).code).toBe('not-allowed')
    await services.postContribution(commenter, { threadId, type: 'for', text: 'Mine.', candidate: '1' })
    expect((await seen(commenter, 1))?.mayReword).toBe(true)
    await react(second, 1, 'agree')
    expect(await refusal(reword('One firm governs.'))).toMatchObject({ code: 'conflict', field: 'text' })
    expect(await seen(commenter, 1)).toMatchObject({ text: 'One firm rules.', mayReword: false, mayWithdraw: true })
    expect((await refusal(services.withdrawCandidate(owner, { threadId, candidate: '1' }))).code).toBe('not-allowed')
    await services.withdrawCandidate(commenter, { threadId, candidate: '1' })
    expect(await seen(owner, 1)).toMatchObject({ state: 'withdrawn', text: 'One firm rules.' })
    expect((await refusal(react(second, 1, 'agree'))).code).toBe('conflict')
    expect((await refusal(services.withdrawCandidate(commenter, { threadId, candidate: '1' }))).code).toBe('conflict')
  })
})

describe('reactions and reasons', () => {
  it('[W7] are counted for each candidate by itself, only for those who have reacted to it', async () => {
    const { propose, react, seen, owner, commenter, second, services, threadId, deps } = await candidateWorld()
    await propose(commenter, 'One firm decides.')
    await propose(second, 'Two decide.')
    await react(owner, 1, 'agree')
    expect(await seen(second, 1)).toMatchObject({ reaction: null, reactions: null, mayReact: true })
    await react(second, 1, 'unsure')
    const all = { agree: 1, disagree: 0, unsure: 1 }
    expect((await seen(second, 1))?.reactions).toEqual(all)
    expect(await seen(commenter, 1)).toMatchObject({ reactions: all, mayReact: false })
    expect((await seen(owner, 2))?.reactions).toBeNull()
    expect((await refusal(react(commenter, 1, 'agree'))).code).toBe('conflict')
    expect(await refusal(react(owner, 1, 'love'))).toMatchObject({ code: 'bad-input', field: 'stance' })
    expect((await refusal(react(owner, 9, 'agree'))).code).toBe('not-found')
    expect(await react(second, 1, 'unsure')).toEqual({ stance: null })
    await services.resolveThread(owner, { threadId, outcome: 'set-aside', reason: 'Neither.' })
    expect((await seen(second, 2))?.reactions).toEqual({ agree: 0, disagree: 0, unsure: 0 })
    expect((await refusal(react(owner, 2, 'agree'))).code).toBe('not-allowed')
    expect((await refusal(propose(owner, 'Three.'))).code).toBe('not-allowed')
    const said = await deps.store.read.select().from(events).where(eq(events.type, 'candidate.reacted'))
    expect(said.map(({ payload }) => payload)).toEqual([{ candidate: 1 }, { candidate: 1 }, { candidate: 1 }])
  })

  it('[W7] are refused when the words were changed after the page was opened', async () => {
    const { propose, react, seen, services, commenter, second, threadId } = await candidateWorld()
    await propose(commenter, 'One firm decides.')
    const before = (await seen(second, 1))?.seen
    await services.rewordCandidate(commenter, { threadId, candidate: '1', text: 'Two firms decide.' })
    expect(await refusal(react(second, 1, 'agree', before))).toMatchObject({ code: 'conflict' })
    expect((await seen(commenter, 1))?.reactions).toEqual({ agree: 0, disagree: 0, unsure: 0 })
    await react(second, 1, 'agree', (await seen(second, 1))?.seen)
    expect((await seen(commenter, 1))?.reactions).toEqual({ agree: 1, disagree: 0, unsure: 0 })
  })

  it('[W8] to what stands there count while it stands there', async () => {
    const { react, seen, owner, second, deps, draftId } = await candidateWorld()
    const before = (await seen(owner, 0))?.seen
    await react(owner, 0, 'disagree', before)
    expect(await seen(owner, 0)).toMatchObject({ reaction: 'disagree', reactions: { disagree: 1 } })
    await deps.collab.transact(draftId, owner.actorId, (doc) =>
      replaceSection(doc, 'falsification', paragraph('Three decide.')),
    )
    expect(await seen(owner, 0)).toMatchObject({ reaction: null, reactions: null })
    expect((await refusal(react(second, 0, 'agree', before))).code).toBe('conflict')
    await react(owner, 0, 'disagree', (await seen(owner, 0))?.seen)
    expect((await seen(owner, 0))?.reactions).toMatchObject({ disagree: 1 })
  })

  it('[W9] reasons name a candidate that stands, and stand on its card', async () => {
    const { propose, seen, services, commenter, second, threadId, published, owner } = await candidateWorld()
    await propose(commenter, 'One firm decides.')
    const post = (candidate: string, type = 'for', replyTo = '') =>
      services.postContribution(second, { threadId, type, text: `On ${candidate}.`, candidate, replyTo })
    const { id } = await post('1')
    await post('0', 'against')
    await post('1', 'question')
    await post('1', 'note', id)
    expect((await seen(owner, 1))?.reasons).toMatchObject({ for: [{ id, author: 'Gita Rao' }], against: [], more: 1 })
    expect((await seen(owner, 0))?.reasons.against).toHaveLength(1)
    expect((await refusal(post('7'))).code).toBe('not-found')
    expect(await refusal(post('one'))).toMatchObject({ code: 'bad-input', field: 'candidate' })
    await services.withdrawCandidate(commenter, { threadId, candidate: '1' })
    expect((await refusal(post('1'))).code).toBe('conflict')
    const entry = { kind: 'strategy' as const, slug: published.slug }
    const general = await services.openThread(owner, { entry, kind: 'general' })
    const elsewhere = { threadId: general.id, type: 'for', text: 'Here.', candidate: '0' }
    expect(await refusal(services.postContribution(owner, elsewhere))).toMatchObject({ field: 'candidate' })
    expect((await services.threadPage(owner, general.id)).candidates).toBeNull()
  })
})
