import { describe, expect, it } from 'vitest'
import { replaceSection } from '../../../collab/replace-section.ts'
import { findDraft, findDraftFor } from '../../../db/queries/drafts.ts'
import { listAuthorsBefore } from '../../../db/queries/forks.ts'
import { findThread } from '../../../db/queries/threads.ts'
import { listInRoom } from '../../../db/queries/workshop-people.ts'
import { listTables } from '../../../db/queries/workshop-tables.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { contentHash } from '../../../domain/entries/content-hash.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { createArguer, refusal } from '../../factories/argue-world.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import { makeGuest } from '../../factories/live-room.ts'
import { workshopWorld } from '../../factories/workshop-world.ts'

const visitor = { sessionId: null, address: '192.0.2.7', device: 'Test', secure: false }

/** A workshop in its first phase with two tables to go to, and in its room two members and two guests. */
async function tableWorld({ tables = '2' } = {}) {
  const world = await workshopWorld()
  const { deps, services, facilitator, workshopId, draftId, room, phases } = world
  await services.editWorkshop(facilitator, {
    ...{ workshopId, title: 'One hour on pausing', purpose: 'Agree.', startsAt: '2026-11-24T14:00', tables },
    ...{ zone: 'Europe/Lisbon', guests: 'welcome', capacity: '40', draftIds: [draftId] },
  })
  await services.startWorkshop(facilitator, { workshopId })
  const { code } = await room()
  const [mia, noa] = [await createArguer(deps, 'Mia'), await createArguer(deps, 'Noa')]
  for (const one of [mia, noa]) {
    await services.joinWorkshop(one, { code, name: '', visitor })
    world.later(1)
  }
  const gil = await makeGuest(deps, workshopId, 'Gil')
  world.later(1)
  const hana = await makeGuest(deps, workshopId, 'Hana')
  const q = deps.store.read
  const go = async (kind: string) => {
    const to = (await phases()).find((phase) => phase.kind === kind)?.position
    await services.changePhase(facilitator, { workshopId, move: 'go', to: String(to) })
    // Locks by time are read from the real clock.
    await services.pauseWorkshop(facilitator, { workshopId })
  }
  const forks = async () => listTables(q, workshopId, (await room()).atTables ?? 1)
  const fork = async (n: number) => {
    const row = (await forks()).find((one) => one.n === n)
    if (!row) throw new Error(`no table ${n}`)
    return row
  }
  const seats = async () => {
    const rows = (await listInRoom(q, workshopId)).filter(({ role }) => role === 'participant')
    return new Map(rows.map(({ actorId, table }) => [actorId, table]))
  }
  const may = async (viewer: Viewer, action: 'draft.write' | 'draft.read', id: string) => {
    const found = await findDraftFor(q, id, viewer.actorId)
    return found !== undefined && can(viewer, action, found.thing)
  }
  const write = (id: string, by: Viewer, section: string, text: string) =>
    deps.collab.transact(id, by.actorId, (doc) => replaceSection(doc, section, paragraph(text)))
  const read = async (id: string) => (await deps.collab.readDraft(id)).content
  /** Takes a part of a table's version as the console shows it. */
  const take = async (table: number, part: string) => {
    const page = await services.workshopConsole(facilitator, workshopId)
    const found = page.tables?.parts.find((one) => one.part === part)
    const version = found?.versions.find((one) => one.table === table)
    return () =>
      services.takeFromTable(facilitator, {
        ...{ workshopId, table: String(table), part, mine: version?.mine, theirs: version?.theirs },
      })
  }
  return { ...world, mia, noa, gil, hana, go, fork, forks, seats, may, write, read, take, q }
}

describe('going to tables', () => {
  it('[T2] [T4] seats everybody evenly and forks the draft for each table with its hearing, in one transaction', async () => {
    const {
      services,
      facilitator,
      workshopId,
      draftId,
      room,
      events,
      seats,
      forks,
      read,
      q,
      mia,
      noa,
      gil,
      hana,
      heard,
      deps,
      people,
    } = await tableWorld()
    await services.goToTables(facilitator, { workshopId })
    expect(Object.fromEntries(await seats())).toEqual({
      [mia.actorId]: 1,
      [noa.actorId]: 2,
      [gil.actorId]: 1,
      [hana.actorId]: 2,
    })
    expect(await room()).toMatchObject({ atTables: 1, undo: null })
    const tables = await forks()
    expect(tables.map(({ n }) => n)).toEqual([1, 2])
    for (const { n, forkId, threadId } of tables) {
      expect(contentHash(await read(forkId))).toBe(contentHash(await read(draftId)))
      expect(await findDraft(q, forkId)).toMatchObject({ forkedFrom: draftId, writing: 'invited', state: 'writing' })
      const page = await services.draftPage(facilitator, forkId)
      expect(page.forks.of?.reason).toBe(`Table ${n} of the workshop “One hour on pausing”`)
      expect(await findThread(q, threadId ?? '')).toMatchObject({
        kind: 'falsification',
        state: 'open',
        draftId: forkId,
      })
    }
    const listed = (await services.draftsList(facilitator)).map(({ table }) => table).filter((one) => one !== null)
    expect(listed.sort()).toEqual([1, 2].map((n) => `Table ${n} of the workshop “One hour on pausing”`))
    const { siblings } = (await services.draftPage(facilitator, draftId)).forks
    expect(siblings.map(({ table }) => table).sort()).toEqual(listed)
    // The draft's owner hears of the tables once.
    expect((await inboxOf(deps, people.owner)).watching.filter((kind) => kind === 'forked')).toEqual(['forked'])
    const told = (await events()).at(-1)
    expect(told).toMatchObject({ type: 'workshop.split' })
    expect(told?.payload).toMatchObject({
      round: 1,
      draft: draftId,
      seats: [2, 2],
      forks: tables.map((one) => one.forkId),
    })
    expect(heard.filter(({ type }) => type === 'draft.forked').map(({ topic }) => topic)).toContain(`draft/${draftId}`)
  })

  it('[T1] [T2] is refused without tables, with too few people, before the start, twice, and to others; nothing is left', async () => {
    const none = await tableWorld({ tables: 'none' })
    expect(await refusal(none.services.goToTables(none.facilitator, none))).toMatchObject({ code: 'conflict' })
    expect((await none.services.workshopConsole(none.facilitator, none.workshopId)).tables).toBeNull()

    const early = await workshopWorld()
    expect(await refusal(early.services.goToTables(early.facilitator, early))).toMatchObject({ code: 'conflict' })
    await early.services.startWorkshop(early.facilitator, early)
    const before = await early.recorded()
    expect(await refusal(early.services.goToTables(early.facilitator, early))).toMatchObject({ code: 'conflict' })
    expect(await early.recorded()).toEqual(before)

    const { services, facilitator, mia, gil, workshopId } = await tableWorld()
    for (const viewer of [mia, gil]) {
      expect(await refusal(services.goToTables(viewer, { workshopId }))).toMatchObject({ code: 'not-allowed' })
    }
    await services.goToTables(facilitator, { workshopId })
    expect(await refusal(services.goToTables(facilitator, { workshopId }))).toMatchObject({ code: 'conflict' })
  })

  it('[T3] seats who comes late at the smallest table, and who comes back where they sat', async () => {
    const { services, facilitator, workshopId, room, seats, deps, mia } = await tableWorld()
    await services.goToTables(facilitator, { workshopId })
    const { code } = await room()
    const [late, later] = [await createArguer(deps, 'Late'), await createArguer(deps, 'Later')]
    await services.joinWorkshop(late, { code, name: '', visitor })
    await services.joinWorkshop(later, { code, name: '', visitor })
    expect([(await seats()).get(late.actorId), (await seats()).get(later.actorId)]).toEqual([1, 2])
    await services.leaveWorkshop(later, { workshopId, secure: false })
    await services.joinWorkshop(await createArguer(deps, 'Last'), { code, name: '', visitor })
    await services.joinWorkshop(later, { code, name: '', visitor })
    expect((await seats()).get(later.actorId)).toBe(2)
    expect((await services.roomPage(mia, workshopId)).table).toMatchObject({ n: 1, of: 2, people: 3 })
  })

  it('[T3] a facilitator moves somebody to another table, in the record, and only to one that there is', async () => {
    const { services, facilitator, workshopId, seats, mia, events, fork, may, go } = await tableWorld()
    const move = (table: string, by: Viewer = facilitator) =>
      services.moveToTable(by, { workshopId, actorId: mia.actorId, table })
    expect(await refusal(move('2'))).toMatchObject({ code: 'conflict' })
    await services.goToTables(facilitator, { workshopId })
    await go('co-write')
    expect(await refusal(move('3'))).toMatchObject({ code: 'bad-input', field: 'table' })
    expect(await refusal(move('2', mia))).toMatchObject({ code: 'not-allowed' })
    await move('2')
    expect((await seats()).get(mia.actorId)).toBe(2)
    expect((await events()).at(-1)?.payload).toMatchObject({ person: mia.actorId, from: 1, to: 2 })
    expect(await may(mia, 'draft.write', (await fork(1)).forkId)).toBe(false)
    expect(await may(mia, 'draft.write', (await fork(2)).forkId)).toBe(true)
  })
})

describe('[G5] [T5] rights at the tables', () => {
  it('let each write in the version of the own table alone, as the phase says, and facilitators in all', async () => {
    const { services, facilitator, workshopId, draftId, people, mia, noa, gil, go, fork, may } = await tableWorld()
    await services.goToTables(facilitator, { workshopId })
    await go('co-write')
    const [one, two] = [(await fork(1)).forkId, (await fork(2)).forkId]
    const writes = async (viewer: Viewer) => [
      await may(viewer, 'draft.write', one),
      await may(viewer, 'draft.write', two),
      await may(viewer, 'draft.write', draftId),
    ]
    expect(await writes(mia)).toEqual([true, false, false])
    expect(await writes(noa)).toEqual([false, true, false])
    // The phase lets everyone write, guests too.
    expect(await writes(gil)).toEqual([true, false, false])
    expect(await writes(people.owner)).toEqual([false, false, false])
    expect(await writes(facilitator)).toEqual([true, true, true])
    for (const id of [one, two]) expect(await may(gil, 'draft.read', id)).toBe(true)
    expect(await may(people.outsider, 'draft.read', one)).toBe(false)
    await services.lockWriting(facilitator, { workshopId, locked: true })
    expect(await writes(mia)).toEqual([false, false, false])
    await services.lockWriting(facilitator, { workshopId, locked: false })
    await services.backToPlenum(facilitator, { workshopId })
    expect(await writes(mia)).toEqual([false, false, true])
    await services.endWorkshop(facilitator, { workshopId })
    expect(await may(gil, 'draft.read', one)).toBe(false)
    expect(await writes(facilitator)).toEqual([true, true, true])
    expect(await writes(mia)).toEqual([false, false, false])
  })

  it('let a phone propose and react at its own table, and refuse it at another', async () => {
    const { services, facilitator, workshopId, gil, hana, mia, go, fork } = await tableWorld()
    await services.goToTables(facilitator, { workshopId })
    await go('agree')
    const page = await services.roomPage(gil, workshopId)
    const own = await fork(1)
    expect(page.table).toEqual({ n: 1, of: 2, people: 2, draftId: own.forkId, threadId: own.threadId })
    expect(page.drafts[0]?.id).toBe(own.forkId)
    expect(page.wordings).toMatchObject({ threadId: own.threadId, mayPropose: true, mayReact: true })
    await services.proposeCandidate(gil, { threadId: own.threadId ?? '', text: 'Three insurers leave.' })
    const other = { threadId: (await fork(2)).threadId ?? '', text: 'Elsewhere.' }
    for (const viewer of [gil, mia]) {
      expect(await refusal(services.proposeCandidate(viewer, other))).toEqual({
        ...{ code: 'not-allowed', field: null },
        detail: 'Another table works on this now. Say it at your own table.',
      })
    }
    const reaction = { threadId: own.threadId ?? '', candidate: '1', stance: 'agree', seen: undefined }
    await services.reactToCandidate(mia, reaction)
    expect(await refusal(services.reactToCandidate(hana, reaction))).toMatchObject({ code: 'not-allowed' })
    const others = await services.roomPage(hana, workshopId)
    expect(JSON.stringify(others)).not.toContain('Three insurers')
  })

  it('keep wordings of a silent phase from all but their author at a table too, until the phase is left', async () => {
    const { services, facilitator, workshopId, gil, mia, go, fork } = await tableWorld()
    await services.goToTables(facilitator, { workshopId })
    await go('statements')
    await services.proposeCandidate(gil, { threadId: (await fork(1)).threadId ?? '', text: 'Quietly said.' })
    for (const page of [
      await services.workshopConsole(facilitator, workshopId),
      await services.roomPage(mia, workshopId),
      await services.projectorView(facilitator, workshopId, 'http://localhost'),
    ]) {
      expect(JSON.stringify(page)).not.toContain('Quietly said.')
    }
    await go('agree')
    expect(JSON.stringify(await services.roomPage(mia, workshopId))).toContain('Quietly said.')
    const { tables } = await services.workshopConsole(facilitator, workshopId)
    expect(tables?.list[0]?.wordings).toMatchObject([{ n: 1, text: 'Quietly said.', author: 'Gil', carried: false }])
  })
})

describe('back in plenum', () => {
  it('[T6] ends the tables and shows them; that can be undone, the split cannot', async () => {
    const { services, facilitator, workshopId, room, events, fork } = await tableWorld()
    expect(await refusal(services.backToPlenum(facilitator, { workshopId }))).toMatchObject({ code: 'conflict' })
    await services.goToTables(facilitator, { workshopId })
    expect(await refusal(services.undoAct(facilitator, { workshopId, at: '' }))).toMatchObject({ code: 'conflict' })
    const wall = await services.projectorView(facilitator, workshopId, 'http://localhost')
    expect(wall.tables).toEqual({
      sitting: true,
      list: [
        { n: 1, people: 2 },
        { n: 2, people: 2 },
      ],
      parts: [],
    })
    await services.backToPlenum(facilitator, { workshopId })
    expect(await room()).toMatchObject({ atTables: null, projector: 'tables' })
    await services.undoAct(facilitator, { workshopId, at: '' })
    expect(await room()).toMatchObject({ atTables: 1, projector: 'follow' })
    await services.backToPlenum(facilitator, { workshopId })
    await services.goToTables(facilitator, { workshopId })
    expect(await room()).toMatchObject({ atTables: 2 })
    expect((await fork(1)).round).toBe(2)
    expect((await events()).map(({ type }) => type)).toContain('workshop.plenum')
  })

  it('[T7] compares part by part what tables changed, takes one by the room’s choice, and credits who wrote it', async () => {
    const { services, facilitator, workshopId, draftId, mia, noa, go, fork, write, read, take, q } = await tableWorld()
    await services.goToTables(facilitator, { workshopId })
    await go('co-write')
    const [one, two] = [(await fork(1)).forkId, (await fork(2)).forkId]
    await write(one, mia, 'bet', 'One wins in a year.')
    await write(two, noa, 'bet', 'Two win in a decade.')
    await write(two, noa, 'mechanism', 'By treaty.')
    expect(await refusal(services.takeFromTable(facilitator, { ...nothing(workshopId), table: '1' }))).toMatchObject({
      code: 'conflict',
    })
    await services.backToPlenum(facilitator, { workshopId })
    const compared = async () =>
      (await services.workshopConsole(facilitator, workshopId)).tables?.parts.map(({ part, versions, untouched }) => ({
        part,
        versions: versions.map(({ table, stands, changedBy }) => ({ table, stands, changedBy })),
        untouched,
      }))
    const open = { stands: false, changedBy: 'they' }
    expect(await compared()).toEqual([
      {
        part: 'section/bet',
        versions: [
          { table: 1, ...open },
          { table: 2, ...open },
        ],
        untouched: [],
      },
      { part: 'section/mechanism', versions: [{ table: 2, ...open }], untouched: [1] },
    ])
    const second = await take(2, 'section/bet')
    await (await take(1, 'section/bet'))()
    // What the facilitator saw of the common text is not there any more.
    expect(await refusal(second())).toMatchObject({ code: 'conflict' })
    expect((await read(draftId)).sections).toMatchObject({ bet: paragraph('One wins in a year.') })
    expect((await compared())?.[0]?.versions).toEqual([
      { table: 1, stands: true, changedBy: 'they' },
      { table: 2, stands: false, changedBy: 'both' },
    ])
    expect(await listAuthorsBefore(q, draftId)).toEqual([{ actorId: mia.actorId, name: 'Mia' }])
    const wall = await services.projectorView(facilitator, workshopId, 'http://localhost')
    expect(wall.tables?.parts.map(({ part }) => part)).toEqual(['section/bet', 'section/mechanism'])
    expect(JSON.stringify(wall.tables)).not.toMatch(/Mia|Noa/)
    expect(await refusal(services.takeFromTable(mia, { ...nothing(workshopId), table: '1' }))).toMatchObject({
      code: 'not-allowed',
    })
    expect(await refusal(services.takeFromTable(facilitator, { ...nothing(workshopId), table: '3' }))).toMatchObject({
      code: 'bad-input',
    })
  })

  it('[T8] the minutes say which table’s wording was taken for which part, to who may read the draft', async () => {
    const { services, facilitator, workshopId, mia, people, go, fork, write, take } = await tableWorld()
    await services.goToTables(facilitator, { workshopId })
    await go('co-write')
    await write((await fork(1)).forkId, mia, 'bet', 'One wins in a year.')
    await services.proposeCandidate(mia, { threadId: (await fork(1)).threadId ?? '', text: 'Two insurers leave.' })
    await services.backToPlenum(facilitator, { workshopId })
    await (await take(1, 'section/bet'))()
    await services.endWorkshop(facilitator, { workshopId })
    const page = await services.workshopPage(facilitator, workshopId, '')
    expect(page.minutes?.drafts[0]?.tables).toMatchObject([
      {
        round: 1,
        seats: [2, 2],
        list: [
          { n: 1, taken: ['Bet'], wordings: [{ n: 1, text: 'Two insurers leave.', author: 'Mia' }] },
          { n: 2, taken: [], wordings: [] },
        ],
      },
    ])
    expect(await services.minutesText(facilitator, workshopId)).toContain('Table 1: Bet was taken from its version.')
    const others = await services.workshopPage(people.outsider, workshopId, '')
    expect(others.minutes?.drafts).toEqual([])
    expect(others.minutes?.hidden).toBe(1)
  })

  it('[T9] what the tables wrote is put away: merged where something was taken, else withdrawn, and readable', async () => {
    const { services, facilitator, workshopId, draftId, mia, go, fork, write, take, q } = await tableWorld()
    await services.goToTables(facilitator, { workshopId })
    await go('co-write')
    const [one, two] = [(await fork(1)).forkId, (await fork(2)).forkId]
    await write(one, mia, 'bet', 'One wins in a year.')
    expect(await refusal(services.putTablesAway(facilitator, { workshopId }))).toMatchObject({ code: 'conflict' })
    await services.backToPlenum(facilitator, { workshopId })
    await (await take(1, 'section/bet'))()
    expect(await refusal(services.putTablesAway(mia, { workshopId }))).toMatchObject({ code: 'not-allowed' })
    await services.putTablesAway(facilitator, { workshopId })
    expect([(await findDraft(q, one))?.state, (await findDraft(q, two))?.state]).toEqual(['merged', 'withdrawn'])
    expect((await services.draftPage(facilitator, one)).forks.mergedInto?.id).toBe(draftId)
    expect((await services.workshopConsole(facilitator, workshopId)).tables?.list).toEqual([])
    expect(await refusal(services.putTablesAway(facilitator, { workshopId }))).toMatchObject({ code: 'conflict' })
  })
})

const nothing = (workshopId: string) => ({ workshopId, part: 'section/bet', mine: undefined, theirs: undefined })
