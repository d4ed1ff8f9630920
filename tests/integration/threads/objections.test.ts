import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { countOpenObjections } from '../../../db/queries/objections.ts'
import { drafts, events, objections } from '../../../db/schema.ts'
import { disposeObjection } from '../../../server/usecases/objections/dispose-objection.ts'
import { raiseObjection } from '../../../server/usecases/objections/raise-objection.ts'
import { withdrawObjection } from '../../../server/usecases/objections/withdraw-objection.ts'
import { wordMinorityNote } from '../../../server/usecases/objections/word-minority-note.ts'
import { openThread } from '../../../server/usecases/threads/open-thread.ts'
import { objectionsOf } from '../../../server/views/objections-of.ts'
import { argueWorld, refusal } from '../../factories/argue-world.ts'

const concern = { text: 'No judge is named.', settledBy: 'Name one.' }

async function objected() {
  const world = await argueWorld()
  const { id } = await raiseObjection(world.deps, world.people.commenter, { draftId: world.draftId, ...concern })
  return { ...world, objectionId: id }
}

describe('raising', () => {
  it('[O1] from a draft or one of its threads: open, with an owner, one event, told to all who look', async () => {
    const { deps, people, draftId, heard, recorded } = await argueWorld()
    const { id: threadId } = await openThread(deps, people.owner, { draft: draftId, kind: 'falsification' })
    heard.length = 0
    await raiseObjection(deps, people.commenter, { threadId, ...concern })
    await raiseObjection(deps, people.commenter, { draftId, ...concern })
    expect(heard.map(({ topic }) => topic)).toEqual([`draft/${draftId}`, `thread/${threadId}`, `draft/${draftId}`])
    expect((await recorded()).slice(1)).toEqual(['objection.raised', 'objection.raised'])
    const { objections: all, open } = await objectionsOf(deps, people.owner, { draftId })
    expect(open).toBe(2)
    expect(all[0]).toMatchObject({ owner: 'Bashir Noor', disposition: 'open', threadId, mine: false, mayDispose: true })
    expect((await objectionsOf(deps, people.owner, { draftId, threadId })).objections).toHaveLength(1)
    expect(await countOpenObjections(deps.store.read, draftId)).toBe(2)
  })

  it('[O1] says what would settle it; not on a published entry, not by who may not comment', async () => {
    const { deps, people, draftId, published } = await argueWorld()
    const raise = (input: object, viewer: Parameters<typeof raiseObjection>[1] = people.commenter) =>
      refusal(raiseObjection(deps, viewer, { draftId, ...concern, ...input }))
    expect(await raise({ settledBy: '' })).toMatchObject({ code: 'bad-input', field: 'settledBy' })
    expect(await raise({ text: '' })).toMatchObject({ code: 'bad-input', field: 'text' })
    expect((await raise({}, null)).code).toBe('signed-out')
    expect((await raise({}, people.outsider)).code).toBe('not-found')
    expect((await raise({}, people.onlooker)).code).toBe('not-allowed')
    const entry = { kind: 'strategy' as const, slug: published.slug }
    const { id: threadId } = await openThread(deps, people.outsider, { entry, kind: 'general' })
    expect((await raise({ draftId: undefined, threadId })).code).toBe('conflict')
    expect(await deps.store.read.$count(objections)).toBe(0)
  })
})

describe('disposing', () => {
  it('[O2] [O3] the draft’s owner or a moderator, with a reason, once', async () => {
    const { deps, people, draftId, objectionId, recorded } = await objected()
    const dispose = (input: object, viewer = people.owner) =>
      disposeObjection(deps, viewer, { objectionId, disposition: 'dismissed', reason: 'It is named.', ...input })
    expect(await refusal(dispose({ disposition: 'withdrawn' }))).toMatchObject({ field: 'disposition' })
    expect(await refusal(dispose({ reason: '' }))).toMatchObject({ code: 'bad-input', field: 'reason' })
    expect((await refusal(dispose({}, people.commenter))).code).toBe('not-allowed')
    expect((await refusal(dispose({}, people.onlooker))).code).toBe('not-allowed')
    expect((await refusal(dispose({}, people.outsider))).code).toBe('not-found')
    await dispose({})
    expect((await refusal(dispose({ disposition: 'adopted' }, people.moderator))).code).toBe('conflict')
    expect(await countOpenObjections(deps.store.read, draftId)).toBe(0)
    expect(await recorded()).toEqual(['objection.raised', 'objection.disposed'])
  })

  it('[O3] adopted may go without a reason', async () => {
    const { deps, people, draftId, objectionId } = await objected()
    await disposeObjection(deps, people.moderator, { objectionId, disposition: 'adopted' })
    const { objections: all } = await objectionsOf(deps, people.owner, { draftId })
    expect(all[0]).toMatchObject({ disposition: 'adopted', reason: null })
  })

  it('[O3] nobody answers an own objection, not even the draft’s owner', async () => {
    const { deps, people, draftId } = await argueWorld()
    const { id: objectionId } = await raiseObjection(deps, people.owner, { draftId, ...concern })
    const own = disposeObjection(deps, people.owner, { objectionId, disposition: 'adopted' })
    expect((await refusal(own)).code).toBe('not-allowed')
    await disposeObjection(deps, people.moderator, { objectionId, disposition: 'adopted' })
  })

  it('[O4] only the owner withdraws, while it is open', async () => {
    const { deps, people, objectionId } = await objected()
    expect((await refusal(withdrawObjection(deps, people.owner, { objectionId }))).code).toBe('not-allowed')
    await withdrawObjection(deps, people.commenter, { objectionId, reason: 'Answered in the thread.' })
    expect((await refusal(withdrawObjection(deps, people.commenter, { objectionId }))).code).toBe('conflict')
  })
})

describe('minority note', () => {
  it('[O5] the objector words it after the answer, and it is carried', async () => {
    const { deps, people, draftId, objectionId } = await objected()
    const word = (viewer = people.commenter) =>
      wordMinorityNote(deps, viewer, { objectionId, note: 'We still disagree.' })
    expect((await refusal(word())).code).toBe('conflict')
    await disposeObjection(deps, people.owner, { objectionId, disposition: 'dismissed', reason: 'It is named.' })
    expect((await refusal(word(people.owner))).code).toBe('not-allowed')
    await word()
    const { objections: all } = await objectionsOf(deps, people.owner, { draftId })
    expect(all[0]).toMatchObject({
      disposition: 'minority-note',
      minorityNote: 'We still disagree.',
      reason: 'It is named.',
    })
    await deps.store.tx(async (q) => {
      await q.update(drafts).set({ state: 'published' }).where(eq(drafts.id, draftId))
    })
    expect((await refusal(word())).code).toBe('conflict')
  })
})

describe('sealed objections', () => {
  it('[O6] are there for their owner alone, and are neither disposed of nor withdrawn here', async () => {
    const { deps, people, draftId, objectionId } = await objected()
    await deps.store.tx(async (q) => {
      await q.update(objections).set({ sealed: true }).where(eq(objections.id, objectionId))
    })
    const seen = (viewer: Parameters<typeof objectionsOf>[1]) => objectionsOf(deps, viewer, { draftId })
    expect((await seen(people.owner)).objections).toEqual([])
    expect((await seen(people.moderator)).objections).toEqual([])
    expect((await seen(people.commenter)).objections).toMatchObject([{ sealed: true, mayWithdraw: false }])
    const dispose = disposeObjection(deps, people.moderator, { objectionId, disposition: 'adopted' })
    expect((await refusal(dispose)).code).toBe('not-found')
    const before = await deps.store.read.$count(events)
    expect((await refusal(withdrawObjection(deps, people.commenter, { objectionId }))).code).toBe('conflict')
    expect(await deps.store.read.$count(events)).toBe(before)
    expect(await countOpenObjections(deps.store.read, draftId)).toBe(1)
  })
})
