import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { deleteOwn } from '../../../db/queries/forget.ts'
import { putSwitch } from '../../../db/queries/site-texts.ts'
import { eventPrivate, threadTexts, withheld } from '../../../db/schema.ts'
import { threadPage } from '../../../server/views/thread-page.ts'
import { createArguer, refusal } from '../../factories/argue-world.ts'
import { moderationWorld } from '../../factories/moderation-world.ts'

describe('hidden words', () => {
  it('[Y9] stand nowhere but with their author and the moderators', async () => {
    const { deps, flag, services, people, threadId, contributionId, hide } = await moderationWorld()
    await services.postContribution(people.owner, { threadId, type: 'note', text: 'No.', replyTo: contributionId })
    const { caseId } = await flag()
    await services.decideCase(people.moderator, { caseId, seen: '1', ...hide })
    const says = async (viewer: typeof people.owner | null) => JSON.stringify(await threadPage(deps, viewer, threadId))
    for (const viewer of [null, people.owner, people.reader]) {
      const page = await says(viewer)
      expect(page).not.toContain('Zanzibarquux')
      expect(page).toContain('Attacks a person')
    }
    expect(await says(people.outsider)).toContain('Zanzibarquux')
    expect(await says(people.moderator)).toContain('Zanzibarquux')
    expect(JSON.stringify(await deps.store.read.select().from(threadTexts))).not.toContain('Zanzibarquux')
    expect(JSON.stringify(await services.threadOverview(people.owner, { id: threadId, search: '' }))).not.toContain(
      'Zanzibarquux',
    )
    expect(await services.threadOverviewCsv(people.owner, threadId)).not.toContain('Zanzibarquux')
    const edit = services.editContribution(people.outsider, { contributionId, text: 'Other words.' })
    expect((await refusal(edit)).code).toBe('conflict')
  })

  it('[Y9] take the sources and links under them along', async () => {
    const { deps, services, people, threadId, hide } = await moderationWorld()
    const source = { url: 'https://quux.example/1', title: 'Quuxpage', publisher: 'Quuxpaper', date: '2024-03-01' }
    const post = { threadId, type: 'note' }
    const plain = await services.postContribution(people.owner, { ...post, text: 'A plain one.' })
    const { id } = await services.postContribution(people.commenter, {
      ...{
        ...post,
        text: 'Look here.',
        sources: [source],
        seeAlso: `/threads/${threadId}?at=${plain.id}#c-${plain.id}`,
      },
    })
    const linkOf = async () =>
      (await threadPage(deps, null, threadId)).groups
        .flatMap(({ shown }) => shown)
        .find((one) => one.id === plain.id)
        ?.namedBy.map((end) => end.id)
    expect(await linkOf()).toEqual([id])
    const { caseId } = await services.flagThing(people.owner, { thing: `contribution/${id}`, reason: 'spam' })
    await services.decideCase(people.moderator, { caseId, seen: '1', ...hide })
    for (const viewer of [null, people.owner]) {
      expect(JSON.stringify(await threadPage(deps, viewer, threadId))).not.toMatch(/Quuxp|quux.example/)
    }
    expect(JSON.stringify(await threadPage(deps, people.moderator, threadId))).toContain('Quuxpage')
    expect(await linkOf()).toEqual([])
    const more = services.addSource(people.commenter, { owner: { contributionId: id }, sources: [source] })
    expect((await refusal(more)).code).toBe('conflict')
  })

  it('[Y9] of a draft do not come back as a fork, nor to people who are let in later', async () => {
    const { services, people, second, hide, draftId } = await moderationWorld()
    await services.setVisibility(people.owner, { draftId, visibility: 'public' })
    const { caseId } = await services.flagThing(people.commenter, { thing: `draft/${draftId}`, reason: 'spam' })
    await services.decideCase(second, { caseId, seen: '1', ...hide })
    const ways = [
      services.forkDraft(people.owner, { draftId }),
      services.makeInvitation(people.owner, { draftId, role: 'reader', days: '7', most: '5' }),
      services.inviteMember(people.owner, { draftId, actorId: people.outsider.actorId, role: 'reader' }),
    ]
    for (const way of ways) expect((await refusal(way)).code).toBe('conflict')
    await services.inviteMember(people.owner, { draftId, actorId: people.onlooker.actorId, role: 'none' })
  })

  it('[Y9] take the title of a thread out of search with all that was said in it', async () => {
    const { deps, services, people, second, hide, draftId } = await moderationWorld()
    await services.setVisibility(people.owner, { draftId, visibility: 'public' })
    const { id: threadId } = await services.openThread(people.commenter, {
      ...{ draft: draftId, kind: 'wording', place: 'section/bet', title: 'Quuxtitle' },
    })
    await services.postContribution(people.commenter, { threadId, type: 'note', text: 'Harmless.' })
    const searched = async () =>
      (await deps.store.read.select().from(threadTexts)).filter(({ title }) => title === 'Quuxtitle').length
    expect(await searched()).toBe(2)
    const { caseId } = await services.flagThing(people.owner, { thing: `thread/${threadId}`, reason: 'spam' })
    await services.decideCase(people.moderator, { caseId, seen: '1', ...hide })
    expect(await searched()).toBe(0)
    await services.appealDecision(people.commenter, { caseId, text: 'Please.' })
    await services.decideAppeal(second, { caseId, seen: '3', outcome: 'reversed', words: 'Yes.' })
    expect(await searched()).toBe(2)
  })

  it('[Y16] sources of a post count as its links', async () => {
    const { deps, services, threadId } = await moderationWorld()
    const newcomer = await createArguer(deps, 'Jo New')
    const page = { title: 'A page', publisher: 'A paper', date: '2024-03-01' }
    const sources = ['a', 'b', 'c'].map((host) => ({ ...page, url: `https://${host}.example/` }))
    const text = 'https://d.example https://e.example'
    const over = services.postContribution(newcomer, {
      threadId,
      type: 'note',
      text: `${text} https://f.example`,
      sources,
    })
    expect((await refusal(over)).detail).toContain('links')
    const { id } = await services.postContribution(newcomer, { threadId, type: 'note', text, sources })
    const owner = { contributionId: id }
    const add = services.addSource(newcomer, { owner, sources: [{ ...page, url: 'https://g.example/' }] })
    expect(await refusal(add)).toMatchObject({ code: 'bad-input', field: 'sources.0.url' })
  })

  it('[Y8] are erased with their leaves where they are removed for good', async () => {
    const { deps, flag, services, people, second, contributionId, hide } = await moderationWorld()
    const { caseId } = await flag()
    await services.decideCase(people.moderator, { ...hide, caseId, seen: '1', act: 'remove', reason: 'unlawful' })
    expect(JSON.stringify(await deps.store.read.select().from(eventPrivate))).not.toContain('Zanzibarquux')
    expect((await refusal(services.appealDecision(people.outsider, { caseId, text: 'No.' }))).code).toBe('conflict')
    expect(
      (await refusal(services.flagThing(second, { thing: `contribution/${contributionId}`, reason: 'spam' }))).code,
    ).toBe('gone')
  })

  it('[Y9] go with a deletion by their author', async () => {
    const { deps, flag, services, people, contributionId, hide } = await moderationWorld()
    const { caseId } = await flag()
    await services.decideCase(people.moderator, { caseId, seen: '1', ...hide })
    await services.deleteContribution(people.outsider, { contributionId })
    expect(await deps.store.read.select().from(withheld)).toEqual([])
  })

  it('[Y9] of drafts, suggestions, objections and candidates come back as they were', async () => {
    const { deps, services, people, admin, draftId, second, hide } = await moderationWorld()
    const suggestion = await services.makeSuggestion(people.commenter, {
      ...{ draftId, place: 'section/bet', text: 'Quuxwords here.', reason: 'Quuxreason.' },
    })
    const objection = await services.raiseObjection(people.commenter, {
      ...{ draftId, text: 'Quuxobjection.', settledBy: 'Less.' },
    })
    const { id: threadId } = await services.openThread(people.commenter, {
      ...{ draft: draftId, kind: 'wording', place: 'section/bet', title: 'Quuxtitle' },
    })
    const { n } = await services.proposeCandidate(people.commenter, { threadId, text: 'Quuxcandidate stands.' })
    const seen = async () =>
      JSON.stringify([
        await services.suggestionsPage(people.onlooker, draftId, {}),
        await services.objectionsOf(people.onlooker, { draftId }),
        await threadPage(deps, people.onlooker, threadId),
      ])
    expect((await seen()).match(/Quux/g)?.length).toBeGreaterThan(4)
    const things = [
      `suggestion/${suggestion.id}`,
      `objection/${objection.id}`,
      `candidate/${threadId}/${n}`,
      `thread/${threadId}`,
    ]
    const cases: string[] = []
    for (const thing of things) {
      const { caseId } = await services.flagThing(people.owner, { thing, reason: 'spam' })
      await services.decideCase(people.moderator, { caseId, seen: '1', ...hide })
      cases.push(caseId)
    }
    expect(await seen()).not.toContain('Quux')
    expect((await refusal(services.acceptSuggestion(people.owner, { suggestionId: suggestion.id }))).code).toBe(
      'conflict',
    )
    for (const caseId of cases) {
      await services.appealDecision(people.commenter, { caseId, text: 'Please.' })
      await services.decideAppeal(second, { caseId, seen: '3', outcome: 'reversed', words: 'Yes.' })
    }
    expect((await seen()).match(/Quux/g)?.length).toBeGreaterThan(4)
    expect((await services.casePage(admin, cases[0] ?? '')).appeal?.state).toBe('reversed')
  })
})

describe('the words of a review, and what a member says', () => {
  it('[Y1] [Y9] are flagged, hidden, read by their author and moderators alone, and come back', async () => {
    const { services, people, draftId, second, hide } = await moderationWorld()
    const { commenter, owner, onlooker, moderator } = people
    const { id } = await services.submitReview(commenter, { draftId, verdict: 'comment', text: 'Quuxreview.' })
    await services.changeProfile(commenter, { bio: 'Quuxbio.', orcid: '' })
    const seenBy = async (viewer: typeof owner | null) => {
      const { reviews } = await services.reviewPage(viewer ?? onlooker, draftId)
      const { bio, hidden } = await services.memberPage(viewer, commenter.actorId)
      return JSON.stringify([reviews, bio, hidden])
    }
    expect((await seenBy(onlooker)).match(/Quux/g)).toHaveLength(2)
    expect(await services.memberPage(commenter, commenter.actorId)).toMatchObject({ mayFlag: false })
    const cases: string[] = []
    for (const thing of [`review/${id}`, `member/${commenter.actorId}`]) {
      expect((await refusal(services.flagThing(commenter, { thing, reason: 'spam' }))).code).toBe('conflict')
      const { caseId } = await services.flagThing(owner, { thing, reason: 'spam' })
      await services.decideCase(second, { caseId, seen: '1', ...hide })
      cases.push(caseId)
    }
    expect(await seenBy(onlooker)).not.toContain('Quux')
    expect(await seenBy(onlooker)).toContain('"reason":')
    expect((await seenBy(commenter)).match(/Quux/g)).toHaveLength(2)
    expect((await seenBy(moderator)).match(/Quux/g)).toHaveLength(2)
    const anew = services.changeProfile(commenter, { bio: 'Quuxbio again.', orcid: '' })
    expect((await refusal(anew)).code).toBe('conflict')
    await services.changeProfile(commenter, { bio: '', orcid: '0000-0002-1825-0097' })
    for (const caseId of cases) {
      await services.appealDecision(commenter, { caseId, text: 'Please.' })
      await services.decideAppeal(moderator, { caseId, seen: '3', outcome: 'reversed', words: 'Yes.' })
    }
    expect((await seenBy(onlooker)).match(/Quux/g)).toHaveLength(2)
    expect(await services.memberPage(null, commenter.actorId)).toMatchObject({ orcid: '0000-0002-1825-0097' })
  })

  it('[Y1] a member who says nothing is not flagged, and what was hidden goes with the account', async () => {
    const { deps, services, people, second, hide } = await moderationWorld()
    const { commenter, owner } = people
    const thing = `member/${commenter.actorId}`
    expect((await refusal(services.flagThing(owner, { thing, reason: 'spam' }))).code).toBe('gone')
    await services.changeProfile(commenter, { bio: 'Quuxbio.', orcid: '' })
    const { caseId } = await services.flagThing(owner, { thing, reason: 'spam' })
    await services.decideCase(second, { caseId, seen: '1', ...hide })
    await deps.store.tx((q) => deleteOwn(q, commenter.actorId, deps.now()))
    expect(await deps.store.read.select().from(withheld)).toEqual([])
  })
})

describe('pre-moderation', () => {
  it('[Y18] keeps a newcomer’s post from everybody until a moderator saw it', async () => {
    const { deps, services, people, threadId, contributionId } = await moderationWorld()
    await deps.store.tx((q) => putSwitch(q, { key: 'pre-moderation', on: true, by: people.moderator.actorId, at: 1 }))
    const newcomer = await createArguer(deps, 'Jo New')
    await services.postContribution(newcomer, {
      threadId,
      type: 'note',
      text: 'Hello quuxworld.',
      replyTo: contributionId,
    })
    const told = async () => JSON.stringify(await services.inboxPage(people.outsider, 'needs'))
    expect(await told()).not.toContain(threadId)
    expect(JSON.stringify(await threadPage(deps, people.owner, threadId))).not.toContain('quuxworld')
    expect(JSON.stringify(await threadPage(deps, newcomer, threadId))).toContain('quuxworld')
    const { cases } = await services.moderationQueue(people.moderator)
    expect(cases).toMatchObject([{ kind: 'first-post' }])
    const caseId = cases[0]?.id ?? ''
    await services.decideCase(people.moderator, {
      caseId,
      seen: '1',
      act: 'keep',
      reason: 'in-order',
      words: 'Welcome.',
    })
    expect(JSON.stringify(await threadPage(deps, null, threadId))).toContain('quuxworld')
    expect(await told()).toContain('quuxworld')
    expect(await deps.store.read.select().from(withheld).where(eq(withheld.caseId, caseId))).toEqual([])
    // Other words are looked at again.
    const [kept] = (await threadPage(deps, null, threadId)).groups.flatMap(({ shown }) =>
      shown.filter(({ text }) => text.includes('quuxworld')),
    )
    await services.editContribution(newcomer, { contributionId: kept?.id ?? '', text: 'Buy quuxpills.' })
    expect(JSON.stringify(await threadPage(deps, people.owner, threadId))).not.toContain('quuxpills')
    // What is hidden asks nothing of whom it answers.
    expect(await told()).not.toContain(threadId)
    // Who moderates is no newcomer.
    await services.postContribution(people.moderator, { threadId, type: 'note', text: 'At once.' })
    expect(JSON.stringify(await threadPage(deps, null, threadId))).toContain('At once.')
  })
})

describe('merging threads', () => {
  it('[Y19] moves what was said with its reactions and leads on', async () => {
    const { deps, services, people, threadId, contributionId, published, flag } = await moderationWorld()
    const { caseId } = await flag()
    await services.decideCase(people.moderator, {
      ...{ caseId, seen: '1', act: 'slow', reason: 'off-topic', words: 'Slowly.', minutes: '15' },
    })
    const entry = { kind: 'strategy', slug: published.slug } as const
    const about = { entry, kind: 'general', place: 'entry' } as const
    const { id: into } = await services.openThread(people.owner, { ...about, title: 'Feasible?' })
    await services.react(people.owner, { contributionId, stance: 'agree' })
    expect((await refusal(services.mergeThreads(people.owner, { threadId, into }))).code).toBe('not-allowed')
    expect((await refusal(services.mergeThreads(people.moderator, { threadId, into: 'none' }))).field).toBe('into')
    expect((await refusal(services.mergeThreads(people.moderator, { threadId, into: threadId }))).field).toBe('into')
    await services.mergeThreads(people.moderator, { threadId, into: `https://atlas.example/threads/${into}#c-1` })
    expect(await services.mergedInto(null, threadId)).toBe(into)
    const soon = services.postContribution(people.outsider, { threadId: into, type: 'note', text: 'Again.' })
    expect((await refusal(soon)).code).toBe('too-many')
    const page = await threadPage(deps, people.outsider, into)
    const said = page.groups.flatMap(({ shown }) => shown)
    expect(said.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Zanzibarquux people are fools.',
        expect.stringContaining('One contribution was moved here'),
      ]),
    )
    expect(said.find(({ id }) => id === contributionId)?.reactions).toMatchObject({ agree: 1 })
    expect((await refusal(services.reopenThread(people.owner, { threadId, reason: 'No.' }))).code).toBe('conflict')
    // What was recorded under the old thread is erased, too.
    await services.deleteContribution(people.outsider, { contributionId })
    expect(JSON.stringify(await deps.store.read.select().from(eventPrivate))).not.toContain('Zanzibarquux')
  })
})

describe('the public log', () => {
  it('[Y20] tells every act and the end of appeals, without names and words', async () => {
    const { flag, services, people, second, hide } = await moderationWorld()
    const { caseId } = await flag(people.owner, 'other', 'Quuxwords of a flag.')
    await services.decideCase(people.moderator, { caseId, seen: '1', ...hide })
    await services.appealDecision(people.outsider, { caseId, text: 'Quuxappeal.' })
    await services.decideAppeal(second, { caseId, seen: '3', outcome: 'upheld', words: 'Quuxanswer.' })
    const { lines } = await services.moderationLog(null)
    expect(lines).toMatchObject([
      {
        act: 'Hidden',
        thing: 'Contribution',
        reason: 'Attacks a person instead of an argument',
        appeal: 'Appealed: the decision stands',
      },
    ])
    for (const text of [await services.moderationLogCsv(), await services.moderationLogJson(), JSON.stringify(lines)]) {
      expect(text).toContain('Hidden')
      expect(text).not.toMatch(/Quux|Zanzibar|Farid|Dana|Gil/)
      expect(text).not.toContain(people.outsider.actorId)
    }
  })
})
