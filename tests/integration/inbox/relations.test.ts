import { expect, test } from 'vitest'
import { confirmRelation, disputeRelation } from '../../../server/usecases/relations/answer-relation.ts'
import { readInbox } from '../../../server/views/read-inbox.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import { inConflict, relationWorld } from '../../factories/relation-world.ts'

test('a declared relation waits for those who write the other entry, until one of them answers', async () => {
  const { deps, people, declaration, publish } = await relationWorld()
  // Published before Chidi was invited to the other entry's draft.
  expect((await inboxOf(deps, people.bashir)).needs).toContain('relation-declared')
  for (const name of ['ana', 'chidi', 'onlooker', 'moderator'] as const) {
    const { needs, done } = await inboxOf(deps, people[name])
    expect([...needs, ...done], name).not.toContain('relation-declared')
  }

  await confirmRelation(deps, people.chidi, declaration())
  expect((await inboxOf(deps, people.bashir)).needs).not.toContain('relation-declared')
  expect((await inboxOf(deps, people.ana)).watching).toContain('relation-answered')

  // The same words again ask nobody; other words do, and reach the writer of the draft too.
  await publish('first', inConflict, people.ana, 'Another bet.')
  expect((await inboxOf(deps, people.chidi)).needs).toEqual([])
  const reworded = inConflict.map((one) => ({ ...one, rationale: 'It empties the cap.' }))
  const since = await publish('first', reworded, people.ana, 'A third bet.')
  expect((await inboxOf(deps, people.chidi)).needs).toEqual(['relation-declared'])

  await disputeRelation(deps, people.bashir, { ...declaration(since), reason: 'The cap stays as it is.' })
  expect((await inboxOf(deps, people.chidi)).needs).toEqual([])
  const { watching } = await readInbox(deps.store.read, { viewer: people.ana, now: deps.now() }, 'all')
  const told = watching.flatMap(({ items }) => items).filter(({ row }) => row.kind === 'relation-answered')
  expect(told[0]?.sight).toMatchObject({
    title: 'The first strategy',
    href: '/strategies/first/relations#from-second',
    line: 'The conflict with “The second strategy”. Disputed.',
  })
})

test('where both declare the same, nobody is asked', async () => {
  const { deps, people, publish } = await relationWorld()
  await publish('second', [{ kind: 'conflict', to: 'first', rationale: '' }], people.bashir)
  expect((await inboxOf(deps, people.ana)).needs).not.toContain('relation-declared')
  expect((await inboxOf(deps, people.bashir)).needs).not.toContain('relation-declared')
})
