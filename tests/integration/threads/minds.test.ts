import { eq } from 'drizzle-orm'
import { describe, expect, it, test } from 'vitest'
import { changedMinds, eventPrivate, events, fairnessMarks } from '../../../db/schema.ts'
import { createServices } from '../../../server/services.ts'
import type { Arguer } from '../../factories/argue-world.ts'
import { argueWorld, createArguer, refusal } from '../../factories/argue-world.ts'

async function mindWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const { owner } = world.people
  const entry = { kind: 'strategy' as const, slug: world.published.slug }
  const { id: threadId } = await services.openThread(owner, { entry, place: 'section/bet', kind: 'general' })
  const post = async (text: string) => (await services.postContribution(owner, { threadId, type: 'for', text })).id
  const change = (by: Arguer | null, contributionId: string, from: string, to: string, words = '') =>
    services.changeMind(by, { contributionId, from, to, words })
  const seen = async (by: Arguer | null, contributionId: string) => {
    const page = await services.threadPage(by, threadId)
    const item = page.groups.flatMap(({ shown }) => shown).find(({ id }) => id === contributionId)
    return { head: page.minds, minds: item?.minds ?? null, may: item?.mayChangeMind }
  }
  const leaves = () =>
    world.deps.store.read
      .select({ payload: eventPrivate.payload })
      .from(eventPrivate)
      .innerJoin(events, eq(events.seq, eventPrivate.seq))
      .where(eq(events.type, 'mind.changed'))
  return { ...world, services, owner, threadId, post, change, seen, leaves }
}

describe('“this changed my mind”', () => {
  it('[T30] [T31] is kept once each with from and to, named for every reader, and counted by people', async () => {
    const { post, change, seen, people, revisionOf, published } = await mindWorld()
    const [first, second] = [await post('It would be seen.'), await post('It is bounded.')]
    expect(await seen(people.outsider, first)).toEqual({ head: 0, minds: null, may: true })
    await change(people.outsider, first, 'disagree', 'agree')
    const before = await revisionOf(published.id)
    await change(people.outsider, first, 'disagree', 'unsure', '  It names\nwho would see it. ')
    expect(await revisionOf(published.id)).toBeGreaterThan(before ?? 0)
    await change(people.commenter, first, 'unsure', 'agree')
    await change(people.outsider, second, 'unsure', 'agree')
    const { head, may, minds } = await seen(null, first)
    expect({ head, may, n: minds?.n }).toEqual({ head: 2, may: false, n: 2 })
    const by = (name: string) => minds?.named.find((one) => one.name === name)
    expect(by('Dana Whitfield')).toMatchObject({
      from: 'disagree',
      to: 'unsure',
      words: 'It names who would see it.',
      mine: false,
    })
    expect(by('Bashir Noor')).toMatchObject({ from: 'unsure', to: 'agree', words: '' })
  })

  it('[T31] names whoever looks first, and of many only some', async () => {
    const { deps, post, change, seen } = await mindWorld()
    const id = await post('It would be seen.')
    const group = await Promise.all([...'ABCDEFG'].map((name) => createArguer(deps, `Person ${name}`)))
    for (const person of group) await change(person, id, 'agree', 'unsure')
    const { minds } = await seen(group.at(-1) ?? null, id)
    expect(minds?.n).toBe(7)
    expect(minds?.named.map(({ name }) => name)).toHaveLength(5)
    expect(minds?.named[0]).toMatchObject({ name: 'Person G', mine: true, mayTakeBack: true })
  })

  it('[T31] tells nothing of reactions and changes none', async () => {
    const { services, threadId, post, change, people, owner } = await mindWorld()
    const id = await post('It would be seen.')
    await services.react(people.commenter, { contributionId: id, stance: 'disagree' })
    await change(people.commenter, id, 'unsure', 'agree')
    const [item] = (await services.threadPage(owner, threadId)).groups.flatMap(({ shown }) => shown)
    expect(item?.reactions).toEqual({ agree: 0, disagree: 1, unsure: 0 })
    const other = (await services.threadPage(people.outsider, threadId)).groups.flatMap(({ shown }) => shown)[0]
    expect(other).toMatchObject({ reactions: null, minds: { n: 1 } })
  })

  it('[T30] is refused on one’s own, deleted or unreadable, unchanged or unknown, naming what is wrong', async () => {
    const { services, post, change, owner, people, draftId } = await mindWorld()
    const id = await post('It would be seen.')
    expect((await refusal(change(owner, id, 'agree', 'unsure'))).code).toBe('conflict')
    expect(await refusal(change(people.commenter, id, 'agree', 'agree'))).toMatchObject({ field: 'to' })
    expect(await refusal(change(people.commenter, id, 'love', 'agree'))).toMatchObject({ field: 'from' })
    expect(await refusal(change(people.commenter, id, 'agree', 'unsure', 'x'.repeat(401)))).toMatchObject({
      field: 'words',
    })
    expect((await refusal(change(null, id, 'agree', 'unsure'))).code).toBe('signed-out')
    expect((await refusal(change(people.reader, id, 'agree', 'unsure'))).code).toBe('not-allowed')
    const inDraft = await services.openThread(owner, { draft: draftId, kind: 'general' })
    const hidden = await services.postContribution(owner, { threadId: inDraft.id, type: 'for', text: 'Here.' })
    expect((await refusal(change(people.outsider, hidden.id, 'agree', 'unsure'))).code).toBe('not-found')
    expect((await refusal(change(people.onlooker, hidden.id, 'agree', 'unsure'))).code).toBe('not-allowed')
    await services.deleteContribution(owner, { contributionId: id })
    expect((await refusal(change(people.commenter, id, 'agree', 'unsure'))).code).toBe('gone')
  })

  it('[T32] is taken back by its person while the thread is open, with its leaves in the record', async () => {
    const { services, post, change, seen, people, leaves, recorded } = await mindWorld()
    const id = await post('It would be seen.')
    await change(people.commenter, id, 'agree', 'unsure')
    await change(people.commenter, id, 'agree', 'disagree', 'It is seen too late.')
    await change(people.outsider, id, 'agree', 'unsure')
    const back = (by: Arguer, of?: Arguer) =>
      services.takeBackMind(by, { contributionId: id, ...(of && { actorId: of.actorId }) })
    expect((await refusal(back(people.outsider, people.commenter))).code).toBe('not-allowed')
    await back(people.commenter)
    expect(await seen(null, id)).toMatchObject({ head: 1, minds: { n: 1 } })
    expect(await leaves()).toHaveLength(1)
    expect(JSON.stringify(await leaves())).not.toContain('too late')
    expect((await refusal(back(people.commenter))).code).toBe('conflict')
    expect((await recorded()).at(-1)).toBe('mind.taken-back')
  })

  it('[T32] stays in a resolved thread and under deleted words, where only a moderator removes it', async () => {
    const { services, threadId, post, change, seen, owner, people } = await mindWorld()
    const [id, other] = [await post('It would be seen.'), await post('It is bounded.')]
    await change(people.commenter, id, 'agree', 'unsure')
    await change(people.commenter, other, 'agree', 'unsure')
    await services.deleteContribution(owner, { contributionId: id })
    expect(await seen(null, id)).toMatchObject({ minds: { n: 1 }, may: false })
    await services.takeBackMind(people.commenter, { contributionId: id })
    await services.resolveThread(owner, { threadId, outcome: 'set-aside', reason: 'Said.' })
    expect((await refusal(change(people.outsider, other, 'agree', 'unsure'))).code).toBe('not-allowed')
    const back = (by: Arguer) => services.takeBackMind(by, { contributionId: other, actorId: people.commenter.actorId })
    expect((await refusal(back(people.commenter))).code).toBe('not-allowed')
    expect((await seen(people.moderator, other)).minds?.named[0]?.mayTakeBack).toBe(true)
    await back(people.moderator)
    expect(await seen(null, other)).toMatchObject({ head: 0, minds: null })
  })
})

test('[G5] words that are removed from a draft for good leave what was said of minds and restatements too', async () => {
  const { deps, draftId, people } = await argueWorld()
  const services = createServices(deps)
  const { owner, commenter, moderator } = people
  const secret = 'Marigold-Tunnel-7741'
  const { id: threadId } = await services.openThread(owner, { draft: draftId, kind: 'general' })
  const mine = await services.postContribution(owner, { threadId, type: 'for', text: 'It would be seen.' })
  await services.changeMind(commenter, {
    contributionId: mine.id,
    from: 'unsure',
    to: 'agree',
    words: `Via ${secret}.`,
  })
  const { id } = await services.restate(commenter, { threadId, side: 'for', text: 'They say that it is seen.' })
  const mark = { contributionId: id, revision: '1', verdict: 'not-quite', missing: `The ${secret} is missing.` }
  await services.markRestatement(owner, mark)
  await services.redactDraft(moderator, { draftId, words: secret, reason: 'A real key.' })
  const said = [await deps.store.read.select().from(changedMinds), await deps.store.read.select().from(fairnessMarks)]
  expect(JSON.stringify(said)).not.toContain(secret)
  expect(said).toMatchObject([[{ words: 'Via [removed].' }], [{ missing: 'The [removed] is missing.' }]])
})
