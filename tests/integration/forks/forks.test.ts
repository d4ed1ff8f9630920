import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { replaceSection } from '../../../collab/replace-section.ts'
import { setField } from '../../../collab/set-field.ts'
import { findDraft } from '../../../db/queries/drafts.ts'
import { listAuthorsBefore } from '../../../db/queries/forks.ts'
import { docUpdates, drafts, eventPrivate, events } from '../../../db/schema.ts'
import { contentHash } from '../../../domain/entries/content-hash.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { createServices } from '../../../server/services.ts'
import type { Arguer } from '../../factories/argue-world.ts'
import { createArguer } from '../../factories/argue-world.ts'
import { createTestDraft } from '../../factories/draft-world.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** Ana's draft, in which only she writes, and a fork of it by Bashir. */
async function forkWorld({ visibility = 'members' as 'members' | 'private' } = {}) {
  const deps = testDeps()
  const services = createServices(deps)
  const [ana, bashir, moderator] = (await Promise.all([
    createArguer(deps, 'Ana'),
    createArguer(deps, 'Bashir'),
    createArguer(deps, 'Edda', 'moderator'),
  ])) as [Arguer, Arguer, Arguer]
  const origin = await createTestDraft(deps, ana.person, {
    visibility,
    members: [{ person: bashir.person, role: 'reader' }],
  })
  const { id: fork } = await services.forkDraft(bashir, { draftId: origin, reason: 'A shorter bet.' })
  const write = (draftId: string, by: Arguer, section: string, text: string) =>
    deps.collab.transact(draftId, by.actorId, (doc) => replaceSection(doc, section, paragraph(text)))
  const read = async (draftId: string) => (await deps.collab.readDraft(draftId)).content
  const act = async (type: string) => (await deps.store.read.select().from(events).where(eq(events.type, type))).at(-1)
  /** Sees the page as it is, and takes a part of it over. */
  const take = async (by: Arguer, draftId: string, other: string, part: string) => {
    const page = await services.forkPage(by, { id: draftId, other })
    const seen = page.parts.find((one) => one.part === part)
    return () => services.takePart(by, { draftId, from: other, part, seen: { mine: seen?.mine, theirs: seen?.theirs } })
  }
  return { deps, services, ana, bashir, moderator, origin, fork, write, read, act, take }
}

describe('forking', () => {
  it('[K1] [K2] begins with what the other says, without the right to write in it', async () => {
    const { deps, origin, fork, read, bashir } = await forkWorld()
    expect(contentHash(await read(fork))).toBe(contentHash(await read(origin)))
    const [from, to] = [await findDraft(deps.store.read, origin), await findDraft(deps.store.read, fork)]
    expect(to).toMatchObject({
      entryId: from?.entryId,
      baseVersion: from?.baseVersion,
      forkedFrom: origin,
      ownerId: bashir.actorId,
      state: 'writing',
    })
  })

  it('[K3] says why, on its page and in the leaf alone', async () => {
    const { deps, services, ana, origin, fork, act } = await forkWorld()
    const page = await services.draftPage(ana, fork)
    expect(page.forks.of).toEqual({ id: origin, title: 'Pause', reason: 'A shorter bet.' })
    const event = await act('draft.forked')
    expect(JSON.stringify(event?.payload)).not.toContain('shorter')
    await deps.store.tx((q) => q.delete(eventPrivate).where(eq(eventPrivate.seq, event?.seq ?? 0)))
    expect((await services.draftPage(ana, fork)).forks.of?.reason).toBeNull()
  })

  it('[K3] refuses a fork without a reason, naming the field', async () => {
    const { services, bashir, origin } = await forkWorld()
    await expect(services.forkDraft(bashir, { draftId: origin, reason: ' ' })).rejects.toMatchObject({
      code: 'bad-input',
      field: 'reason',
    })
  })

  it('[K1] refuses a published draft, one that is not there, and who may begin no drafts', async () => {
    const { deps, services, bashir, origin } = await forkWorld()
    const reader = await createArguer(deps, 'Rea', 'reader')
    await expect(services.forkDraft(reader, { draftId: origin, reason: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(services.forkDraft(null, { draftId: origin, reason: 'x' })).rejects.toMatchObject({
      code: 'signed-out',
    })
    await deps.store.tx((q) => q.update(drafts).set({ state: 'published' }).where(eq(drafts.id, origin)))
    await expect(services.forkDraft(bashir, { draftId: origin, reason: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await services.draftPage(bashir, origin)).forks.mayFork).toBe(false)
  })

  it('[K4] a fork of a private draft is private too, and the other’s owner reads it', async () => {
    const { deps, services, ana, fork } = await forkWorld({ visibility: 'private' })
    const outsider = await createArguer(deps, 'Chidi')
    await expect(services.draftPage(outsider, fork)).rejects.toMatchObject({ code: 'not-found' })
    expect((await services.draftPage(ana, fork)).rights.write).toBe(false)
  })

  it('tells the owner of the other draft, who finds it among the competing drafts', async () => {
    const { deps, services, ana, bashir, origin, fork } = await forkWorld()
    expect((await inboxOf(deps, ana)).watching).toEqual(['forked'])
    expect((await inboxOf(deps, bashir)).watching).toEqual([])
    expect((await services.draftPage(ana, origin)).forks.siblings).toMatchObject([
      { id: fork, owner: 'Bashir', isForkOfIt: true },
    ])
    const card = (await services.draftsList(ana)).find(({ id }) => id === fork)
    expect(card).toMatchObject({ forkOf: { id: origin, title: 'Pause' }, others: 1 })
  })
})

describe('comparing', () => {
  it('[K6] [K8] marks who changed what since the fork, from either side', async () => {
    const { services, ana, bashir, origin, fork, write } = await forkWorld()
    await write(origin, ana, 'bet', 'Ana’s bet.')
    await write(fork, bashir, 'bet', 'Bashir’s bet.')
    await write(fork, bashir, 'mechanism', 'Wait.')
    const marks = async (id: string, other: string) =>
      (await services.forkPage(ana, { id, other })).parts.map(({ part, changedBy }) => [part, changedBy])
    expect(await marks(origin, fork)).toEqual([
      ['section/bet', 'both'],
      ['section/mechanism', 'they'],
    ])
    expect(await marks(fork, origin)).toEqual([
      ['section/bet', 'both'],
      ['section/mechanism', 'you'],
    ])
  })

  it('refuses a draft against itself, one of another entry, and one that is not for the reader', async () => {
    const { deps, services, ana, bashir, origin } = await forkWorld()
    const elsewhere = await createTestDraft(deps, ana.person)
    const hidden = await createTestDraft(deps, ana.person, { visibility: 'private' })
    const ask = (other: string) => services.forkPage(bashir, { id: origin, other })
    await expect(ask(origin)).rejects.toMatchObject({ code: 'bad-input' })
    await expect(ask(elsewhere)).rejects.toMatchObject({ code: 'bad-input' })
    await expect(ask(hidden)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('offers the other’s words as a suggestion to who may not write', async () => {
    const { deps, services, ana, bashir, origin, fork, write } = await forkWorld()
    const chidi = await createArguer(deps, 'Chidi')
    await write(fork, bashir, 'bet', 'Bashir’s bet.')
    const page = await services.forkPage(chidi, { id: origin, other: fork })
    expect(page).toMatchObject({ rights: { write: false, close: false }, merge: null })
    expect(page.parts[0]?.suggestHref).toBe(`/drafts/${origin}/suggestions/new?place=section%2Fbet&fork=${fork}`)
    const form = await services.newSuggestionPage(chidi, origin, { place: 'section/bet', fork })
    expect(form.chosen?.text.trim()).toBe('Bashir’s bet.')
    expect((await services.forkPage(ana, { id: origin, other: fork })).parts[0]?.suggestHref).toBeNull()
  })
})

describe('taking over', () => {
  it('[K9] is a change by whoever takes it, of that part alone, and recorded with its hash', async () => {
    const { deps, ana, bashir, origin, fork, write, read, take, act } = await forkWorld()
    await write(fork, bashir, 'bet', 'Bashir’s bet.')
    await write(fork, bashir, 'mechanism', 'Wait.')
    await (await take(ana, origin, fork, 'section/bet'))()
    expect((await read(origin)).sections).toMatchObject({
      bet: paragraph('Bashir’s bet.'),
      mechanism: paragraph('Stop training runs.'),
    })
    const rows = await deps.store.read.select().from(docUpdates).where(eq(docUpdates.draftId, origin))
    expect(rows.at(-1)).toMatchObject({ actorId: ana.actorId })
    const event = await act('draft.part-taken')
    expect(event?.payload).toMatchObject({
      draftId: origin,
      fromDraftId: fork,
      part: 'section/bet',
      docSeq: rows.at(-1)?.seq,
    })
    expect(event?.payload.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('[K10] is refused with nothing changed where somebody wrote on either side meanwhile', async () => {
    const { ana, bashir, origin, fork, write, read, take } = await forkWorld()
    await write(fork, bashir, 'bet', 'Bashir’s bet.')
    const first = await take(ana, origin, fork, 'section/bet')
    await write(origin, ana, 'bet', 'Ana’s bet.')
    await expect(first()).rejects.toMatchObject({ code: 'conflict' })
    const second = await take(ana, origin, fork, 'section/bet')
    await write(fork, bashir, 'bet', 'Another bet.')
    await expect(second()).rejects.toMatchObject({ code: 'conflict' })
    expect((await read(origin)).sections.bet).toEqual(paragraph('Ana’s bet.'))
  })

  it('[K9] needs the right to write, and works for a title, a field and relations', async () => {
    const { deps, ana, bashir, origin, fork, read, take } = await forkWorld()
    await deps.collab.transact(fork, bashir.actorId, (doc) => {
      setField(doc, 'strategy', 'title', 'Stop')
      setField(doc, 'strategy', 'tags', ['moratorium', 'law'])
      doc.getMap('fields').delete('conflict/acceleration')
    })
    await expect((await take(bashir, origin, fork, 'title'))()).rejects.toMatchObject({ code: 'not-allowed' })
    for (const part of ['title', 'field/tags', 'declarations']) await (await take(ana, origin, fork, part))()
    expect(contentHash(await read(origin))).toBe(contentHash(await read(fork)))
  })

  it('[K11] merging takes everything that the other alone changed, in one change, and leaves the rest', async () => {
    const { deps, services, ana, bashir, origin, fork, write, read, act } = await forkWorld()
    await write(origin, ana, 'bet', 'Ana’s bet.')
    await write(fork, bashir, 'bet', 'Bashir’s bet.')
    await write(fork, bashir, 'mechanism', 'Wait.')
    await deps.collab.transact(fork, bashir.actorId, (doc) => setField(doc, 'strategy', 'title', 'Stop'))
    const { merge } = await services.forkPage(ana, { id: origin, other: fork })
    expect(merge?.labels).toEqual(['Title', 'Mechanism'])
    const merged = (seen: string) => services.mergeDraft(ana, { draftId: origin, from: fork, seen })
    await expect(merged('other')).rejects.toMatchObject({ code: 'conflict' })
    await merged(merge?.seen ?? '')
    expect(await read(origin)).toMatchObject({
      title: 'Stop',
      sections: { bet: paragraph('Ana’s bet.'), mechanism: paragraph('Wait.') },
    })
    expect((await act('draft.parts-merged'))?.payload).toMatchObject({ parts: ['title', 'section/mechanism'] })
    await expect(merged(merge?.seen ?? '')).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('closing as merged', () => {
  it('[K12] is for who may move it, says into what, stays readable, and can be taken back', async () => {
    const { services, ana, bashir, moderator, origin, fork } = await forkWorld()
    await expect(services.closeAsMerged(ana, { draftId: fork, into: origin })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await services.closeAsMerged(bashir, { draftId: fork, into: origin })
    const page = await services.draftPage(ana, fork)
    expect(page.draft.state).toBe('merged')
    expect(page.forks.mergedInto).toEqual({ id: origin, title: 'Pause' })
    expect(page.whyReadOnly).toMatch(/merged into another/)
    expect((await services.draftPage(ana, origin)).forks.siblings).toEqual([])
    await services.moveDraft(moderator, { draftId: fork, move: 'take-back' })
    expect((await services.draftPage(ana, fork)).forks.mergedInto).toBeNull()
  })

  it('[K12] is refused into itself, into what is at rest, and while its ballot is open', async () => {
    const { deps, services, bashir, origin, fork } = await forkWorld()
    const close = (into: string) => services.closeAsMerged(bashir, { draftId: fork, into })
    const put = (id: string, state: 'archived' | 'writing' | 'ballot-open') =>
      deps.store.tx((q) => q.update(drafts).set({ state }).where(eq(drafts.id, id)))
    await expect(close(fork)).rejects.toMatchObject({ code: 'bad-input' })
    await put(origin, 'archived')
    await expect(close(origin)).rejects.toMatchObject({ code: 'conflict' })
    await put(origin, 'writing')
    await put(fork, 'ballot-open')
    await expect(close(origin)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('credit for what is taken over', () => {
  it('[K13] goes to whose words stand in the part, in the leaf, and on to a fork of the draft that took it', async () => {
    const { deps, services, ana, bashir, origin, fork, write, take, act } = await forkWorld()
    await write(fork, bashir, 'bet', 'Bashir’s bet.')
    await write(fork, ana, 'mechanism', 'What Ana wrote there.')
    await (await take(ana, origin, fork, 'section/bet'))()
    const event = await act('draft.part-taken')
    const [leaf] = await deps.store.read
      .select()
      .from(eventPrivate)
      .where(eq(eventPrivate.seq, event?.seq ?? 0))
    expect(leaf?.payload).toEqual({ authors: [{ actorId: bashir.actorId, name: 'Bashir' }] })
    expect(JSON.stringify(event?.payload)).not.toContain('Bashir')
    const { id } = await services.forkDraft(ana, { draftId: origin, reason: 'Another try.' })
    const names = (await listAuthorsBefore(deps.store.read, id)).map(({ name }) => name)
    expect(names).toContain('Bashir')
  })

  it('[K13] merging credits each who wrote in what it took', async () => {
    const { deps, services, ana, bashir, origin, fork, write } = await forkWorld()
    await write(fork, bashir, 'bet', 'Bashir’s bet.')
    await deps.collab.transact(fork, bashir.actorId, (doc) => setField(doc, 'strategy', 'title', 'Stop'))
    const { merge } = await services.forkPage(ana, { id: origin, other: fork })
    await services.mergeDraft(ana, { draftId: origin, from: fork, seen: merge?.seen ?? '' })
    expect(await listAuthorsBefore(deps.store.read, origin)).toEqual([{ actorId: bashir.actorId, name: 'Bashir' }])
  })
})
