import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { eventPrivate, events } from '../../../db/schema.ts'
import { createServices } from '../../../server/services.ts'
import type { Arguer } from '../../factories/argue-world.ts'
import { argueWorld, createArguer, refusal } from '../../factories/argue-world.ts'

async function reactWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const { owner, commenter } = world.people
  const entry = { kind: 'strategy' as const, slug: world.published.slug }
  const { id: threadId } = await services.openThread(owner, { entry, place: 'section/bet', kind: 'general' })
  const post = async (text: string) => (await services.postContribution(owner, { threadId, type: 'for', text })).id
  const react = (by: Arguer, contributionId: string, stance: string) => services.react(by, { contributionId, stance })
  const seen = async (by: Arguer | null, contributionId: string) =>
    (await services.threadPage(by, threadId)).groups
      .flatMap(({ shown }) => shown)
      .find(({ id }) => id === contributionId)
  return { ...world, services, owner, commenter, threadId, post, react, seen }
}

describe('reactions', () => {
  it('[T15] [T16] are kept one each, and counted only for those who have reacted', async () => {
    const { post, react, seen, owner, commenter, people } = await reactWorld()
    const id = await post('It would be seen.')
    expect(await seen(commenter, id)).toMatchObject({ reaction: null, reactions: null, mayReact: true })
    await react(commenter, id, 'agree')
    await react(commenter, id, 'disagree')
    await react(people.outsider, id, 'unsure')
    const all = { agree: 0, disagree: 1, unsure: 1 }
    expect(await seen(commenter, id)).toMatchObject({ reaction: 'disagree', reactions: all })
    expect(await seen(owner, id)).toMatchObject({ reaction: null, reactions: all, mayReact: false })
    expect((await seen(null, id))?.reactions).toBeNull()
    expect(await react(commenter, id, 'disagree')).toMatchObject({ stance: null })
    expect(await seen(commenter, id)).toMatchObject({ reaction: null, reactions: null })
  })

  it('[T15] are refused on one’s own, deleted and resolved, naming what is wrong', async () => {
    const { services, post, react, owner, commenter, threadId } = await reactWorld()
    const id = await post('It would be seen.')
    expect(await refusal(react(commenter, id, 'love'))).toMatchObject({ code: 'bad-input', field: 'stance' })
    expect((await refusal(react(owner, id, 'agree'))).code).toBe('conflict')
    expect((await refusal(react(commenter, 'none', 'agree'))).code).toBe('not-found')
    await services.deleteContribution(owner, { contributionId: id })
    expect((await refusal(react(commenter, id, 'agree'))).code).toBe('gone')
    const other = await post('It would be heard.')
    await services.resolveThread(owner, { threadId, outcome: 'set-aside', reason: 'Done.' })
    expect((await refusal(react(commenter, other, 'agree'))).code).toBe('not-allowed')
  })

  it('[T16] leave no name and no stance in the open record', async () => {
    const { deps, post, react, commenter } = await reactWorld()
    const id = await post('It would be seen.')
    await react(commenter, id, 'agree')
    const [event] = await deps.store.read.select().from(events).where(eq(events.type, 'contribution.reacted'))
    expect(event?.payload).toEqual({ contribution: id })
    const [leaf] = await deps.store.read
      .select()
      .from(eventPrivate)
      .where(eq(eventPrivate.seq, event?.seq ?? 0))
    expect(leaf?.payload).toMatchObject({ by: commenter.actorId, to: 'agree' })
  })

  it('[T17] name the contributions that split the group', async () => {
    const { deps, services, post, react, threadId } = await reactWorld()
    const [split, liked] = [await post('It would be seen.'), await post('It is bounded.')]
    const group = await Promise.all(['A', 'B', 'C', 'D'].map((name) => createArguer(deps, `Person ${name}`)))
    for (const [i, person] of group.entries()) {
      await react(person, split, i % 2 === 0 ? 'agree' : 'disagree')
      await react(person, liked, 'agree')
    }
    expect((await services.threadPage(null, threadId)).cruxes).toMatchObject([{ id: split, text: 'It would be seen.' }])
  })
})
