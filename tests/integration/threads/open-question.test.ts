import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { threads } from '../../../db/schema.ts'
import { openThread } from '../../../server/usecases/threads/open-thread.ts'
import { resolveThread } from '../../../server/usecases/threads/resolve-thread.ts'
import { argueWorld } from '../../factories/argue-world.ts'

const question = {
  entry: { kind: 'strategy', slug: 'lab-pause' },
  place: 'section/bet',
  kind: 'general',
  title: 'Who pays for the pause?',
  once: true,
} as const

test('[T21] two who begin the same question at once come to one thread', async () => {
  const { deps, people, published, recorded } = await argueWorld()
  const both = await Promise.all([
    openThread(deps, people.owner, question),
    openThread(deps, people.outsider, { ...question, title: '  Who pays for the pause? ' }),
  ])
  expect(both[0]).toEqual(both[1])
  expect(await deps.store.read.select().from(threads).where(eq(threads.entryId, published.id))).toHaveLength(1)
  expect((await recorded()).filter((type) => type === 'thread.opened')).toHaveLength(1)
})

test('[T21] another place, another title and a resolved thread begin a new one', async () => {
  const { deps, people } = await argueWorld()
  const { id } = await openThread(deps, people.owner, question)
  const elsewhere = await openThread(deps, people.owner, { ...question, place: 'entry' })
  const other = await openThread(deps, people.owner, { ...question, title: 'Who checks it?' })
  await resolveThread(deps, people.owner, { threadId: id, outcome: 'set-aside', reason: 'Answered in the text.' })
  const again = await openThread(deps, people.owner, question)
  expect(new Set([id, elsewhere.id, other.id, again.id]).size).toBe(4)
})
