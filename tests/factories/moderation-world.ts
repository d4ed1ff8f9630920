import { createServices } from '../../server/services.ts'
import { openThread } from '../../server/usecases/threads/open-thread.ts'
import { postContribution } from '../../server/usecases/threads/post-contribution.ts'
import { argueWorld, createArguer } from './argue-world.ts'

/** A thread on a published strategy in which somebody attacks somebody, and three who moderate. */
export async function moderationWorld() {
  const world = await argueWorld()
  const { deps, people, published } = world
  const services = createServices(deps)
  const second = await createArguer(deps, 'Gil Sato', 'moderator')
  const admin = await createArguer(deps, 'Hana Lind', 'admin')
  const { id: threadId } = await openThread(deps, people.outsider, {
    entry: { kind: 'strategy', slug: published.slug },
    kind: 'general',
    place: 'entry',
    title: 'Is it feasible',
  })
  const { id } = await postContribution(deps, people.outsider, {
    threadId,
    type: 'note',
    text: 'Zanzibarquux people are fools.',
  })
  const thing = `contribution/${id}`
  const flag = (who = people.owner, reason = 'attack', words = '') => services.flagThing(who, { thing, reason, words })
  const hide = { act: 'hide', reason: 'attack', words: 'Argue with the claim.' }
  return { ...world, services, second, admin, threadId, contributionId: id, thing, flag, hide }
}
