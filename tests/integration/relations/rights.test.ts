import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { drafts, entries, events, users } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { confirmRelation, disputeRelation } from '../../../server/usecases/relations/answer-relation.ts'
import { reopenThread } from '../../../server/usecases/threads/reopen-thread.ts'
import { resolveThread } from '../../../server/usecases/threads/resolve-thread.ts'
import { entryJson } from '../../../server/views/entry-json.ts'
import { matrixCsv, matrixPage } from '../../../server/views/matrix-page.ts'
import { strategyPage } from '../../../server/views/strategy-page.ts'
import { threadPage } from '../../../server/views/thread-page.ts'
import { refusal } from '../../factories/argue-world.ts'
import { memberOf } from '../../factories/draft-world.ts'
import { inConflict, relationWorld } from '../../factories/relation-world.ts'

let world: Awaited<ReturnType<typeof relationWorld>>
beforeEach(async () => {
  world = await relationWorld()
}, 30_000)

const confirm = (by: Viewer | null, since = 1) => confirmRelation(world.deps, by, world.declaration(since))
const dispute = (by: Viewer | null, since = 1) =>
  disputeRelation(world.deps, by, { ...world.declaration(since), reason: 'The cap is not what the other lifts.' })

describe('who answers a declaration', () => {
  it('[B6] [B7] the other group and moderators, and nobody else', async () => {
    const { people, page, deps } = world
    const may = async (by: Viewer | null) => (await page(by)).there[0]?.may.confirm
    const seen: Record<string, boolean | undefined> = {}
    for (const [name, by] of Object.entries(people)) seen[name] = await may(by)
    expect(seen).toEqual({ ana: false, bashir: true, chidi: true, onlooker: false, reader: false, moderator: true })
    expect(await may(null)).toBe(false)
    const refused = [people.ana, people.onlooker, people.reader]
    for (const by of refused) {
      expect((await refusal(confirm(by))).code, by.name).toBe('not-allowed')
      expect((await refusal(dispute(by))).code, by.name).toBe('not-allowed')
    }
    expect((await refusal(confirm(null))).code).toBe('signed-out')
    await deps.store.tx((q) =>
      q.update(users).set({ suspendedAt: deps.now() }).where(eq(users.actorId, people.chidi.actorId)),
    )
    expect((await refusal(confirm(people.chidi))).code).toBe('not-allowed')
  })

  it('[B7] who declared it does not answer it, though they write the other one too', async () => {
    const { deps, people, draftId } = world
    await deps.store.tx((q) => q.update(drafts).set({ ownerId: people.ana.actorId }).where(eq(drafts.id, draftId)))
    await memberOf(deps, draftId, people.ana.person, 'writer')
    expect(await refusal(confirm(people.ana))).toMatchObject({
      code: 'not-allowed',
      detail: 'You declared this yourself. Somebody else of the other side answers it.',
    })
  })

  it('[B6] a writer whose draft has ended answers no more, an author of the version still does', async () => {
    const { deps, people, draftId } = world
    await deps.store.tx((q) => q.update(drafts).set({ state: 'archived' }).where(eq(drafts.id, draftId)))
    expect((await refusal(confirm(people.chidi))).code).toBe('not-allowed')
    await confirm(people.bashir)
    expect(await world.state()).toBe('confirmed')
  })

  it('[B4] an imported declaration is confirmed, and one that both make asks for no answer', async () => {
    const { deps, people, publish, state } = world
    const imported = await strategyPage(deps, null, 'open-source-maximalism')
    const open = [...imported.panels.conflicts, ...imported.panels.complements].flatMap(({ relations }) =>
      relations.filter((one) => one.open),
    )
    expect(open).toEqual([])
    expect(await state()).toBe('declared-by-one')
    await publish('second', [{ kind: 'conflict', to: 'first', rationale: '' }], people.bashir)
    expect(await state()).toBe('confirmed')
    expect((await refusal(confirm(people.chidi))).code).toBe('conflict')
  })
})

describe('a confirmation', () => {
  it('[B3] is said on page, matrix, file and JSON of either side, and in the record', async () => {
    const { deps, people, entries: ids } = world
    const words = async (slug: 'first' | 'second') => {
      const { panels } = await strategyPage(deps, null, slug)
      return panels.conflicts.flatMap(({ relations }) => relations).find(({ slug: other }) => other !== slug)?.open
        ?.words
    }
    const states = async () => {
      const json = await entryJson(deps, null, { kind: 'strategy', id: 'second' })
      const [line] = [...(await matrixCsv(deps, null, '?kind=conflict'))].filter((one) => one.startsWith('first,'))
      return [json.relations.find(({ to }) => to === 'first')?.state, line?.trim().split(',').at(-1)]
    }
    const cell = async () => {
      const page = await matrixPage(deps, null, '?cell=second~first')
      return page.cell && 'declared' in page.cell ? page.cell.declared : null
    }
    const waits = 'Declared by The first strategy only, not confirmed by the writers of The second strategy'
    expect([await words('first'), await words('second'), await cell()]).toEqual([waits, waits, waits])
    expect(await states()).toEqual(['declared-by-one', 'declared-by-one'])

    const revisions = () =>
      deps.store.read
        .select({ id: entries.id, n: entries.publicRevision })
        .from(entries)
        .where(eq(entries.kind, 'strategy'))
    const before = new Map((await revisions()).map(({ id, n }) => [id, n]))
    await confirm(people.chidi)
    const moved = (await revisions()).filter(({ id, n }) => before.get(id) !== n).map(({ id }) => id)
    expect(moved.sort()).toEqual([ids.first, ids.second].sort())
    expect([await words('first'), await words('second')]).toEqual([undefined, undefined])
    expect(await cell()).toBe('Declared by The first strategy, confirmed by the writers of The second strategy')
    expect(await states()).toEqual(['confirmed', 'confirmed'])

    const [said] = await deps.store.read.select().from(events).where(eq(events.type, 'relation.confirmed'))
    expect(said?.payload).toMatchObject({ by: people.chidi.actorId, kind: 'conflict', since: 1, capacity: 'writer' })
    expect((await checkRecord(deps)).fault).toBeNull()
    expect((await refusal(confirm(people.bashir))).code).toBe('conflict')
  })

  it('[B6] of a moderator is said to be one', async () => {
    await confirm(world.people.moderator)
    const [row] = (await world.page(null)).there
    expect(row?.words).toBe('Declared by The first strategy, confirmed by a moderator')
    expect(row?.answer?.name).toBe('Farid Haddad')
  })

  it('[B2] survives other text, and lapses with the words of its reason, its kind and its withdrawal', async () => {
    const { people, publish, state } = world
    const [said] = inConflict
    if (!said) throw new Error('nothing is declared')
    await confirm(people.bashir)
    await publish('first', inConflict, people.ana, 'Another bet altogether.')
    expect(await state()).toBe('confirmed')
    await publish('second', [], people.bashir, 'The other one changed its bet.')
    expect(await state()).toBe('confirmed')

    await publish('first', [{ ...said, rationale: 'It lifts every cap.' }], people.ana)
    expect(await state()).toBe('declared-by-one')
    expect(await refusal(confirm(people.bashir, 1))).toMatchObject({ code: 'conflict' })
    await confirm(people.bashir, 3)
    expect(await state()).toBe('confirmed')

    await publish('first', [], people.ana)
    expect(await state()).toBe('derived')
    expect((await refusal(confirm(people.bashir, 3))).code).toBe('not-found')
    await publish('first', [{ ...said, rationale: 'It lifts every cap.' }], people.ana)
    expect(await state()).toBe('declared-by-one')
    await publish('first', [{ ...said, kind: 'complement' }], people.ana)
    expect(await state()).toBe('declared-by-one')
  })
})

describe('a dispute', () => {
  it('[B8] [B9] opens one thread at the declaring entry, with its reason, and lets nobody answer beside it', async () => {
    const { deps, people, state, page } = world
    const { threadId } = await dispute(people.bashir)
    expect(await state()).toBe('disputed')
    const thread = await threadPage(deps, null, threadId)
    expect(thread.thread).toMatchObject({
      kind: 'relation',
      place: 'field/declarations',
      title: 'Disputed: conflict with The second strategy',
    })
    expect(thread.subject.title).toBe('The first strategy')
    expect(thread.dispute).toMatchObject({ kind: 'conflict', capacity: 'writer', stands: true })
    expect(thread.groups[0]?.shown[0]).toMatchObject({ type: 'against', author: 'Bashir Noor' })
    for (const slug of ['first', 'second']) {
      const { panels } = await strategyPage(deps, null, slug)
      const open = panels.conflicts.flatMap(({ relations }) => relations).flatMap((one) => one.open ?? [])
      expect(open.map(({ disputeId }) => disputeId)).toContain(threadId)
    }
    expect((await page(people.chidi)).there[0]?.may).toEqual({ confirm: false, dispute: false })
    expect((await refusal(confirm(people.chidi))).code).toBe('conflict')
    expect((await refusal(dispute(people.moderator))).code).toBe('conflict')
  })

  it('[B9] needs a reason', async () => {
    const { deps, people, declaration } = world
    const empty = disputeRelation(deps, people.bashir, { ...declaration(), reason: ' ' })
    expect(await refusal(empty)).toMatchObject({ code: 'bad-input', field: 'reason' })
  })

  it('[B10] each side can only give in, and nobody else resolves it', async () => {
    const { deps, people, state } = world
    const { threadId } = await dispute(people.bashir)
    const end = (by: Viewer, outcome: string) => resolveThread(deps, by, { threadId, outcome, reason: 'Said.' })
    expect(await refusal(end(people.bashir, 'wording-adopted'))).toMatchObject({ code: 'bad-input', field: 'outcome' })
    expect(await refusal(end(people.ana, 'set-aside'))).toMatchObject({ code: 'bad-input', field: 'outcome' })
    expect((await refusal(end(people.chidi, 'set-aside'))).code).toBe('not-allowed')
    expect((await refusal(end(people.onlooker, 'set-aside'))).code).toBe('not-allowed')
    expect((await threadPage(deps, people.bashir, threadId)).outcomes).toEqual(['set-aside'])
    expect((await threadPage(deps, people.ana, threadId)).may.resolve).toBe(true)
    expect((await threadPage(deps, people.chidi, threadId)).may.resolve).toBe(false)

    await end(people.ana, 'wording-adopted')
    expect(await state()).toBe('declined')
    const [row] = (await world.page(null)).there
    expect(row?.words).toBe(
      'Declared by The first strategy only; a dispute by the writers of The second strategy was upheld',
    )
    await reopenThread(deps, people.onlooker, { threadId, reason: 'Something new.' })
    expect(await state()).toBe('disputed')
    await end(people.moderator, 'set-aside')
    expect(await state()).toBe('declared-by-one')
    await confirm(people.chidi)
    expect(await state()).toBe('confirmed')
  })

  it('[B9] is over when the declaration is reworded, and a confirmed or imported one may be disputed', async () => {
    const { deps, people, publish, state } = world
    await confirm(people.chidi)
    const { threadId } = await dispute(people.bashir)
    expect(await state()).toBe('disputed')
    await publish('first', [{ kind: 'conflict', to: 'second', rationale: 'Other words.' }], people.ana)
    expect(await state()).toBe('declared-by-one')
    expect((await threadPage(deps, null, threadId)).dispute?.stands).toBe(false)

    const imported = (await world.page(people.moderator, 'open-source-maximalism')).there.find((one) => one.may.dispute)
    if (!imported) throw new Error('the atlas declares nothing one-sidedly about it')
    const { from, to, since } = imported.declaration
    expect(imported).toMatchObject({ state: 'confirmed', may: { confirm: false } })
    await disputeRelation(deps, people.moderator, {
      from,
      kind: imported.kind,
      to,
      since: String(since),
      reason: 'No.',
    })
    const after = (await world.page(null, to)).there.find(({ declaration }) => declaration.from === from)
    expect(after?.words).toMatch(/, disputed by a moderator$/)
  })
})
