import { expect, test } from 'vitest'
import { confirmOutcome } from '../../../server/usecases/threads/confirm-outcome.ts'
import { openThread } from '../../../server/usecases/threads/open-thread.ts'
import { reopenThread } from '../../../server/usecases/threads/reopen-thread.ts'
import { resolveThread } from '../../../server/usecases/threads/resolve-thread.ts'
import { threadPage } from '../../../server/views/thread-page.ts'
import { argueWorld, refusal } from '../../factories/argue-world.ts'

async function resolvedWorld() {
  const world = await argueWorld()
  const { deps, people } = world
  const { id } = await openThread(deps, people.owner, {
    entry: { kind: 'strategy', slug: 'lab-pause' },
    place: 'entry',
    kind: 'general',
    title: 'Any',
  })
  const resolve = (by = people.owner) =>
    resolveThread(deps, by, { threadId: id, outcome: 'set-aside', reason: 'Said enough.' })
  await resolve()
  return { ...world, id, resolve }
}

test('[T22] a moderator confirms an outcome before its term; the record and the page say so', async () => {
  const { deps, people, id, recorded } = await resolvedWorld()
  const seen = async (viewer: typeof people.owner) => {
    const { thread, may } = await threadPage(deps, viewer, id)
    return [thread.standing, thread.confirmedBy, may.confirm]
  }
  expect(await seen(people.moderator)).toEqual(['provisional', null, true])
  expect(await seen(people.outsider)).toEqual(['provisional', null, false])
  expect((await refusal(confirmOutcome(deps, people.outsider, { threadId: id }))).code).toBe('not-allowed')
  expect((await refusal(confirmOutcome(deps, null, { threadId: id }))).code).toBe('signed-out')
  await confirmOutcome(deps, people.moderator, { threadId: id })
  expect(await seen(people.moderator)).toEqual(['confirmed', 'Farid Haddad', false])
  expect((await recorded()).at(-1)).toBe('thread.confirmed')
  expect((await refusal(confirmOutcome(deps, people.moderator, { threadId: id }))).code).toBe('conflict')
})

test('[T23] not one’s own; [T22] what follows a reopening is provisional again', async () => {
  const { deps, people, id, resolve } = await resolvedWorld()
  await confirmOutcome(deps, people.moderator, { threadId: id })
  await reopenThread(deps, people.outsider, { threadId: id, reason: 'A new case.' })
  expect((await refusal(confirmOutcome(deps, people.moderator, { threadId: id }))).code).toBe('conflict')
  await resolve(people.moderator)
  expect((await threadPage(deps, people.moderator, id)).thread).toMatchObject({
    standing: 'provisional',
    confirmedBy: null,
  })
  expect((await refusal(confirmOutcome(deps, people.moderator, { threadId: id }))).code).toBe('not-allowed')
})
