import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { eventPrivate, events, fairnessMarks } from '../../../db/schema.ts'
import { createServices } from '../../../server/services.ts'
import type { Arguer } from '../../factories/argue-world.ts'
import { argueWorld, createArguer, refusal } from '../../factories/argue-world.ts'

async function restateWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const { owner, commenter, outsider } = world.people
  const third = await createArguer(world.deps, 'Gita Rao')
  const entry = { kind: 'strategy' as const, slug: world.published.slug }
  const { id: threadId } = await services.openThread(owner, { entry, place: 'section/bet', kind: 'general' })
  const post = async (by: Arguer, type: string, text: string) =>
    (await services.postContribution(by, { threadId, type, text })).id
  const restate = async (
    by: Arguer | null,
    about: { side?: string; of?: string },
    text = 'They say it comes too late.',
  ) => (await services.restate(by, { threadId, text, ...about })).id
  const mark = (by: Arguer, contributionId: string, verdict: string, missing = '', revision = '1') =>
    services.markRestatement(by, { contributionId, verdict, missing, revision })
  const seen = async (by: Arguer | null, contributionId: string) =>
    (await services.threadPage(by, threadId)).groups
      .flatMap(({ shown }) => shown)
      .find(({ id }) => id === contributionId)
  const leaves = () =>
    world.deps.store.read
      .select({ payload: eventPrivate.payload })
      .from(eventPrivate)
      .innerJoin(events, eq(events.seq, eventPrivate.seq))
      .where(eq(events.type, 'restatement.marked'))
  const pro = await post(owner, 'for', 'It would be seen.')
  const contra = await post(commenter, 'against', 'It would be seen too late.')
  return {
    ...world,
    services,
    owner,
    commenter,
    outsider,
    third,
    threadId,
    post,
    restate,
    mark,
    seen,
    leaves,
    pro,
    contra,
  }
}

describe('restating the other side', () => {
  it('[T33] [T34] posts a contribution of its own about a side or one contribution, offered to who may', async () => {
    const { services, threadId, owner, outsider, commenter, restate, seen, contra, recorded, people } =
      await restateWorld()
    const sidesFor = async (by: Arguer | null) => (await services.threadPage(by, threadId)).restatable
    expect(await sidesFor(owner)).toEqual(['against'])
    expect(await sidesFor(outsider)).toEqual(['for', 'against'])
    expect(await sidesFor(people.reader)).toEqual([])
    expect(await sidesFor(null)).toEqual([])
    expect(await seen(owner, contra)).toMatchObject({ mayRestate: true })
    expect(await seen(commenter, contra)).toMatchObject({ mayRestate: false })

    const whole = await restate(owner, { side: 'against' })
    const one = await restate(owner, { of: contra }, 'She says that it comes too late.')
    expect(await seen(null, whole)).toMatchObject({
      type: 'restatement',
      author: 'Ana Duarte',
      text: 'They say it comes too late.',
      restatement: { side: 'against', of: null, fair: 0, notQuite: 0, marks: [], mayMark: false },
    })
    expect(await seen(null, one)).toMatchObject({
      restatement: { of: { id: contra, author: 'Bashir Noor', text: 'It would be seen too late.' } },
    })
    expect((await recorded()).at(-1)).toBe('contribution.posted')
    const groups = (await services.threadPage(null, threadId)).groups.map(({ type }) => type)
    expect(groups).toEqual(['for', 'against', 'restatement'])
    await services.postContribution(commenter, { threadId, type: 'note', text: 'Nearly.', replyTo: whole })
    expect(await seen(null, whole)).toMatchObject({ answers: 1 })
  })

  it('[T34] is refused of one’s own side, of nothing, of what takes no side, and where one may not post', async () => {
    const { services, restate, post, owner, commenter, outsider, people, threadId, pro, contra } = await restateWorld()
    expect((await refusal(restate(owner, { side: 'for' }))).code).toBe('conflict')
    expect(await refusal(restate(owner, {}))).toMatchObject({ code: 'bad-input', field: 'side' })
    expect(await refusal(restate(owner, { side: 'against' }, ' '))).toMatchObject({ field: 'text' })
    expect((await refusal(restate(owner, { of: pro }))).code).toBe('conflict')
    const question = await post(commenter, 'question', 'By whom?')
    expect((await refusal(restate(owner, { of: question }))).code).toBe('conflict')
    expect((await refusal(restate(owner, { of: 'none' }))).code).toBe('not-found')
    expect((await refusal(restate(null, { side: 'for' }))).code).toBe('signed-out')
    expect((await refusal(restate(people.reader, { side: 'for' }))).code).toBe('not-allowed')
    await services.deleteContribution(commenter, { contributionId: contra })
    expect((await refusal(restate(owner, { of: contra }))).code).toBe('gone')
    expect((await refusal(restate(outsider, { side: 'against' }))).detail).toBe('Nobody has argued that side yet.')
    expect(
      await refusal(services.postContribution(owner, { threadId, type: 'restatement', text: 'They.' })),
    ).toMatchObject({ field: 'type' })
    await services.resolveThread(owner, { threadId, outcome: 'set-aside', reason: 'Said.' })
    expect((await refusal(restate(outsider, { side: 'for' }))).code).toBe('not-allowed')
  })
})

describe('saying whether a restatement is fair', () => {
  it('[T35] [T37] is for those who argued the side, by name, for every reader; it takes no reactions', async () => {
    const { services, owner, commenter, third, restate, post, mark, seen } = await restateWorld()
    await post(third, 'counter-example', 'It was seen ten years late before.')
    const id = await restate(owner, { side: 'against' })
    expect((await seen(commenter, id))?.restatement?.mayMark).toBe(true)
    expect((await seen(owner, id))?.restatement?.mayMark).toBe(false)
    await mark(commenter, id, 'fair')
    expect(await refusal(mark(third, id, 'not-quite'))).toMatchObject({ field: 'missing' })
    await mark(third, id, 'not-quite', 'That it has happened before.')
    expect((await seen(null, id))?.restatement).toMatchObject({
      fair: 1,
      notQuite: 1,
      marks: [
        { name: 'Gita Rao', verdict: 'not-quite', missing: 'That it has happened before.' },
        { name: 'Bashir Noor', verdict: 'fair', missing: '' },
      ],
    })
    await mark(third, id, 'fair', 'Left over.')
    expect((await seen(null, id))?.restatement).toMatchObject({ fair: 2, notQuite: 0, marks: [{}, { missing: '' }] })
    expect(await seen(commenter, id)).toMatchObject({ mayReact: false, mayChangeMind: true })
    expect((await refusal(services.react(commenter, { contributionId: id, stance: 'agree' }))).code).toBe('conflict')
  })

  it('[T35] is refused for its author, for who argued something else, of what is none, and in a resolved thread', async () => {
    const { services, owner, commenter, outsider, third, threadId, restate, post, mark, contra } = await restateWorld()
    await post(third, 'against', 'Nobody measures it.')
    const id = await restate(owner, { of: contra })
    for (const by of [owner, outsider, third]) expect((await refusal(mark(by, id, 'fair'))).code).toBe('not-allowed')
    expect((await refusal(mark(commenter, contra, 'fair'))).code).toBe('not-found')
    expect(await refusal(mark(commenter, id, 'lovely'))).toMatchObject({ field: 'verdict' })
    await services.resolveThread(owner, { threadId, outcome: 'set-aside', reason: 'Said.' })
    expect((await refusal(mark(commenter, id, 'fair'))).code).toBe('not-allowed')
  })

  it('[T36] is asked anew when it is reworded', async () => {
    const { services, owner, commenter, restate, mark, seen } = await restateWorld()
    const id = await restate(owner, { side: 'against' })
    await mark(commenter, id, 'not-quite', 'Why it is late.')
    await services.editContribution(owner, { contributionId: id, text: 'They say that courts are slow.' })
    expect((await seen(commenter, id))?.restatement).toMatchObject({ fair: 0, notQuite: 0, earlier: 1, marks: [] })
    expect((await refusal(mark(commenter, id, 'fair', '', '1'))).code).toBe('conflict')
    await mark(commenter, id, 'fair', '', '2')
    expect((await seen(null, id))?.restatement).toMatchObject({ fair: 1, earlier: 1 })
  })

  it('[T37] is taken back by its person, removed by a moderator, and erased with the restatement', async () => {
    const { deps, services, owner, commenter, third, outsider, people, threadId, restate, post, mark, seen, leaves } =
      await restateWorld()
    await post(third, 'against', 'Nobody measures it.')
    const id = await restate(owner, { side: 'against' })
    await mark(commenter, id, 'not-quite', 'Why it is late.')
    await mark(third, id, 'not-quite', 'Who measures.')
    const back = (by: Arguer, of?: Arguer) =>
      services.takeBackMark(by, { contributionId: id, ...(of && { actorId: of.actorId }) })
    expect((await refusal(back(outsider, commenter))).code).toBe('not-allowed')
    expect((await refusal(back(outsider))).code).toBe('conflict')
    await back(commenter)
    expect((await seen(null, id))?.restatement).toMatchObject({ notQuite: 1 })
    expect(JSON.stringify(await leaves())).not.toContain('Why it is late.')
    await services.resolveThread(owner, { threadId, outcome: 'set-aside', reason: 'Said.' })
    expect((await refusal(back(third))).code).toBe('not-allowed')
    await back(people.moderator, third)
    expect((await seen(null, id))?.restatement).toMatchObject({ notQuite: 0 })

    await services.reopenThread(owner, { threadId, reason: 'More.' })
    await mark(commenter, id, 'not-quite', 'Why it is late.')
    await services.deleteContribution(owner, { contributionId: id })
    expect(await deps.store.read.select().from(fairnessMarks)).toEqual([])
    expect(await leaves()).toEqual([])
    expect((await refusal(mark(commenter, id, 'fair'))).code).toBe('gone')
  })
})
