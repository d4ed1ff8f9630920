import { describe, expect, it, vi } from 'vitest'
import type { JobRow } from '../../../db/queries/jobs.ts'
import { finishJob } from '../../../db/queries/jobs.ts'
import { updatePhase } from '../../../db/queries/workshops.ts'
import { jobs } from '../../../db/schema.ts'
import { createServices } from '../../../server/services.ts'
import { refusal } from '../../factories/argue-world.ts'
import { createTestDraft } from '../../factories/draft-world.ts'
import { workshopWorld } from '../../factories/workshop-world.ts'

const minute = 60_000

describe('planning', () => {
  it('[A3] [J1] [L1] makes an agenda from the template, a join code, and the hearing that it argues in', async () => {
    const { room, phases, services, facilitator, draftId, events, deps } = await workshopWorld()
    const planned = await room()
    expect(planned).toMatchObject({ state: 'planned', phase: null, leadId: facilitator.actorId, locked: false })
    expect(planned.startsAt).toBe(Date.UTC(2026, 10, 24, 14))
    expect(planned.code).toMatch(/^[A-HJ-NP-Z]{3}[2-9]{4}$/)
    const agenda = await phases()
    expect(agenda).toHaveLength(10)
    const thread = agenda.find(({ kind }) => kind === 'argue')?.threadId ?? ''
    expect((await services.threadPage(facilitator, thread)).thread.kind).toBe('falsification')
    expect(agenda.find(({ kind }) => kind === 'gather')?.threadId).toBeNull()
    const [event] = await events()
    expect(event?.payload).toEqual({
      by: facilitator.actorId,
      drafts: [draftId],
      phases: 10,
      startsAt: planned.startsAt,
    })
    expect(event?.at).toBe(deps.now())
  })

  it('goes on in a hearing that is open already', async () => {
    const { services, facilitator, workshopId, phases, draftId } = await workshopWorld()
    const input = {
      title: 'Again',
      purpose: 'More of it.',
      startsAt: '2026-11-25T14:00',
      zone: 'UTC',
      template: '30',
      hearing: 'falsification',
      guests: 'refused',
      capacity: '20',
      draftIds: [draftId],
    }
    const before = (await phases()).find(({ threadId }) => threadId)?.threadId
    const { id } = await services.createWorkshop(facilitator, input)
    expect(id).not.toBe(workshopId)
    const after = await services.threadPage(facilitator, before ?? '')
    expect(after.thread.state).toBe('open')
  })

  it('[L1] is a facilitator’s, over drafts that they may write; each refusal names its field', async () => {
    const { services, facilitator, people, draftId, second } = await workshopWorld()
    const right = {
      title: 'T',
      purpose: 'P',
      startsAt: '2026-11-25T14:00',
      zone: 'UTC',
      template: '30',
      hearing: '',
      guests: 'refused',
      capacity: '20',
      draftIds: [draftId],
    }
    const refused = async (change: Partial<typeof right>) =>
      (await refusal(services.createWorkshop(facilitator, { ...right, ...change }))).field
    expect(await refused({ title: ' ' })).toBe('title')
    expect(await refused({ purpose: '' })).toBe('purpose')
    expect(await refused({ startsAt: 'soon' })).toBe('startsAt')
    expect(await refused({ zone: 'Mars' })).toBe('zone')
    expect(await refused({ template: '45' })).toBe('template')
    expect(await refused({ hearing: 'wording' })).toBe('hearing')
    expect(await refused({ guests: 'some' })).toBe('guests')
    expect(await refused({ capacity: '1' })).toBe('capacity')
    expect(await refused({ draftIds: [] })).toBe('draftIds')
    // A facilitator, but the draft is private to others.
    expect(await refusal(services.createWorkshop(second, right))).toMatchObject({ field: 'draftIds' })
    expect(await refusal(services.createWorkshop(people.owner, right))).toMatchObject({ code: 'not-allowed' })
    expect(await refusal(services.createWorkshop(null, right))).toMatchObject({ code: 'signed-out' })
  })
})

describe('leading', () => {
  it('[P1] [P2] [C1] goes through the agenda, each phase with its time by the server’s clock', async () => {
    const { services, facilitator, workshopId, room, phases, later, events, deps, heard } = await workshopWorld()
    await services.startWorkshop(facilitator, { workshopId })
    const begun = deps.now()
    expect(await room()).toMatchObject({ state: 'live', phase: 1, startedAt: begun, phaseEndsAt: begun + 4 * minute })
    later(5 * minute)
    await services.changePhase(facilitator, { workshopId, move: 'next', from: '1' })
    expect(await room()).toMatchObject({ phase: 2, phaseEndsAt: begun + 11 * minute })
    expect((await phases()).slice(0, 2).map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
      [begun, begun + 5 * minute],
      [begun + 5 * minute, null],
    ])
    await services.changePhase(facilitator, { workshopId, move: 'go', to: '10' })
    expect(await refusal(services.changePhase(facilitator, { workshopId, move: 'next' }))).toMatchObject({
      code: 'conflict',
    })
    await services.endWorkshop(facilitator, { workshopId })
    expect(await room()).toMatchObject({ state: 'ended', phase: 10, phaseEndsAt: null, endedAt: deps.now() })
    expect((await events()).map(({ type }) => type)).toEqual([
      'workshop.planned',
      'workshop.started',
      'workshop.phase-changed',
      'workshop.phase-changed',
      'workshop.ended',
    ])
    expect(heard.filter(({ topic }) => topic === `workshop/${workshopId}`).map(({ type }) => type)).toEqual([
      'workshop.started',
      'workshop.phase-changed',
      'workshop.phase-changed',
      'workshop.ended',
    ])
  })

  it('goes on by one phase when two facilitators press at once', async () => {
    const { services, facilitator, people, workshopId, room } = await workshopWorld()
    await services.startWorkshop(facilitator, { workshopId })
    const press = (by: typeof facilitator) => services.changePhase(by, { workshopId, move: 'next', from: '1' })
    const both = await Promise.allSettled([press(facilitator), press(people.moderator)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await room()).phase).toBe(2)
  })

  it('[P4] [P7] takes off locks, spotlight and projection with the phase; a broadcast stays', async () => {
    const { services, facilitator, workshopId, room, phases } = await workshopWorld()
    await services.startWorkshop(facilitator, { workshopId })
    const threadId = (await phases()).find((one) => one.threadId)?.threadId ?? ''
    await services.lockWriting(facilitator, { workshopId, locked: true })
    await services.broadcast(facilitator, { workshopId, broadcast: 'Coffee is ready.' })
    await services.spotlight(facilitator, { workshopId, threadId })
    await services.chooseProjection(facilitator, { workshopId, projector: 'lobby' })
    expect(await room()).toMatchObject({ locked: true, spotlight: { threadId, candidate: null }, projector: 'lobby' })
    expect(await refusal(services.spotlight(facilitator, { workshopId, threadId, candidate: '7' }))).toMatchObject({
      field: 'candidate',
    })
    await services.changePhase(facilitator, { workshopId, move: 'next' })
    const after = { locked: false, spotlight: null, projector: 'follow', broadcast: 'Coffee is ready.' }
    expect(await room()).toMatchObject(after)
    await services.broadcast(facilitator, { workshopId, broadcast: '' })
    expect((await room()).broadcast).toBeNull()
  })

  it('[C2] [C3] pauses, goes on and changes the time; a server that starts again finds all of it', async () => {
    const { services, facilitator, workshopId, room, later, deps } = await workshopWorld()
    await services.startWorkshop(facilitator, { workshopId })
    later(minute)
    await services.pauseWorkshop(facilitator, { workshopId })
    later(20 * minute)
    expect(await room()).toMatchObject({ pausedLeft: 3 * minute, phaseEndsAt: null })
    await services.addTime(facilitator, { workshopId, minutes: '+5' })
    // Nothing of the clock lives in the process.
    const restarted = createServices(deps)
    await restarted.resumeWorkshop(facilitator, { workshopId })
    expect(await room()).toMatchObject({ pausedLeft: null, phaseEndsAt: deps.now() + 8 * minute })
    expect(await refusal(services.resumeWorkshop(facilitator, { workshopId }))).toMatchObject({ code: 'conflict' })
    for (const minutes of ['0', 'five', '']) {
      expect(await refusal(services.addTime(facilitator, { workshopId, minutes }))).toMatchObject({ field: 'minutes' })
    }
  })

  it('[C4] [C5] spreads what it is late by over the phases to come', async () => {
    const { services, facilitator, workshopId, phases, later } = await workshopWorld()
    await services.startWorkshop(facilitator, { workshopId })
    expect(await refusal(services.spreadTime(facilitator, { workshopId }))).toMatchObject({ code: 'conflict' })
    later(10 * minute)
    await services.spreadTime(facilitator, { workshopId })
    const agenda = await phases()
    expect(agenda.reduce((sum, { minutes, minutesNow }) => sum + minutes - minutesNow, 0)).toBe(6)
    expect(agenda[0]).toMatchObject({ minutes: 4, minutesNow: 4 })
    expect(await refusal(services.spreadTime(facilitator, { workshopId }))).toMatchObject({ code: 'conflict' })
  })

  it('[C6] tells pages and sockets when the time locks the writing, and not when there is more of it', async () => {
    const { services, facilitator, workshopId, later, deps, heard } = await workshopWorld()
    const { runDueJobs } = await import('../../../server/jobs/run-due-jobs.ts')
    await services.startWorkshop(facilitator, { workshopId })
    await services.changePhase(facilitator, { workshopId, move: 'go', to: '6' })
    const told = () => heard.filter(({ type }) => type === 'workshop.time-up').map(({ topic }) => topic)
    later(8 * minute + 14_000)
    await services.addTime(facilitator, { workshopId, minutes: '1' })
    later(14_000)
    await runDueJobs(deps)
    expect(told()).toEqual([])
    later(minute + 1_000)
    await runDueJobs(deps)
    expect(told()).toContain(`workshop/${workshopId}`)
  })

  it('[U1] undoes the last act within ten seconds, once, and puts back times as well', async () => {
    const { services, facilitator, people, workshopId, room, phases, later, deps, events } = await workshopWorld()
    await services.startWorkshop(facilitator, { workshopId })
    later(minute)
    const before = { ...(await room()), undo: null }
    const agenda = await phases()
    await services.changePhase(facilitator, { workshopId, move: 'next' })
    const at = String(deps.now())
    later(9_000)
    expect(await refusal(services.undoAct(facilitator, { workshopId, at: '12' }))).toMatchObject({ code: 'conflict' })
    await services.undoAct(people.moderator, { workshopId, at })
    expect(await room()).toEqual(before)
    expect(await phases()).toEqual(agenda)
    expect(await refusal(services.undoAct(facilitator, { workshopId, at: '' }))).toMatchObject({ code: 'conflict' })
    await services.endWorkshop(facilitator, { workshopId })
    later(10_001)
    expect(await refusal(services.undoAct(facilitator, { workshopId, at: '' }))).toMatchObject({ code: 'too-late' })
    expect((await events()).at(-2)?.payload).toMatchObject({ act: 'workshop.phase-changed' })
  })

  it('[L2] is for facilitators of the workshop and moderators; the lead is handed over and taken over', async () => {
    const { services, facilitator, second, people, workshopId, room } = await workshopWorld()
    for (const by of [people.owner, second, people.reader]) {
      expect((await refusal(services.startWorkshop(by, { workshopId }))).code).toMatch(/^not-/)
    }
    expect(await refusal(services.takeLead(people.owner, { workshopId }))).toMatchObject({ code: 'not-allowed' })
    await services.takeLead(second, { workshopId })
    expect((await room()).leadId).toBe(second.actorId)
    await services.startWorkshop(second, { workshopId })
    const email = 'nobody@example.org'
    expect(await refusal(services.handLead(second, { workshopId, email }))).toMatchObject({ field: 'email' })
    // The first one leads on beside them.
    await services.pauseWorkshop(facilitator, { workshopId })
  })

  it('[R4] names nobody and repeats no text in the record', async () => {
    const { services, facilitator, workshopId, events } = await workshopWorld()
    await services.startWorkshop(facilitator, { workshopId })
    await services.broadcast(facilitator, { workshopId, broadcast: 'Anna has the microphone.' })
    const told = JSON.stringify(await events())
    for (const words of ['Anna', 'One hour', 'Hanna', 'Agree what']) expect(told).not.toContain(words)
  })
})

it('[L2] tells who may not lead so, before it looks at what they typed', async () => {
  const { services, facilitator, people, workshopId, draftId } = await workshopWorld()
  await services.startWorkshop(facilitator, { workshopId })
  const by = people.owner
  const phase = { was: '', kind: '', title: '', minutes: '', writers: '', instruction: '', material: '' }
  const acts = [
    () => services.addTime(by, { workshopId, minutes: 'five' }),
    () => services.editAgenda(by, { workshopId, first: '2', phases: [{ ...phase, locksAtEnd: false }] }),
    () => services.changePhase(by, { workshopId, move: 'jump' }),
    () => services.broadcast(by, { workshopId, broadcast: 'x'.repeat(5_000) }),
    () => services.chooseProjection(by, { workshopId, projector: 'film' }),
    () => services.openHum(by, { workshopId, question: '' }),
    () => services.countHands(by, { workshopId, agree: 'a', unsure: '', disagree: '' }),
    () => services.openRoomBallot(by, { workshopId, draftId, minutes: 'five', quorum: '' }),
  ]
  for (const act of acts) expect(await refusal(act())).toMatchObject({ code: 'not-allowed' })
})

describe('putting to the vote', () => {
  it('closes so many minutes from now by the server’s clock', async () => {
    const { services, facilitator, workshopId, draftId, deps, later } = await workshopWorld()
    const open = (change: object) =>
      services.openRoomBallot(facilitator, { workshopId, draftId, minutes: '3', quorum: '1', ...change })
    await services.startWorkshop(facilitator, { workshopId })
    later(minute)
    expect(await refusal(open({ minutes: '0' }))).toMatchObject({ field: 'minutes' })
    expect(await refusal(open({ draftId: 'another' }))).toMatchObject({ field: 'draftId' })
    await open({})
    const { ballot } = await services.workshopConsole(facilitator, workshopId)
    expect(ballot).toMatchObject({ state: 'open', closesAt: deps.now() + 3 * minute })
  })

  it('shows phone, console and wall the same ballot and the same wordings in each phase', async () => {
    const { services, facilitator, workshopId, draftId, phases } = await workshopWorld()
    const shown = async () => {
      const console = await services.workshopConsole(facilitator, workshopId)
      const phone = await services.roomPage(facilitator, workshopId)
      const wall = await services.projectorView(facilitator, workshopId, '')
      expect([phone.wordings?.threadId ?? null, phone.ballot?.id ?? null]).toEqual([
        console.threadId,
        wall.ballot?.id ?? null,
      ])
      expect(console.ballot?.id).toBe(wall.ballot?.id)
      return { thread: console.threadId, ballot: console.ballot?.id ?? null }
    }
    await services.startWorkshop(facilitator, { workshopId })
    const thread = (await phases()).find(({ threadId }) => threadId !== null)?.threadId
    expect(await shown()).toEqual({ thread, ballot: null })
    const { id } = await services.openRoomBallot(facilitator, { workshopId, draftId, minutes: '3', quorum: '1' })
    expect(await shown()).toEqual({ thread, ballot: id })
    await services.changePhase(facilitator, { workshopId, move: 'go', to: '10' })
    expect(await shown()).toEqual({ thread, ballot: id })
  })

  it('[L3] lets a facilitator open a ballot about the draft while the workshop is live, and not before', async () => {
    const { services, facilitator, workshopId, draftId, deps } = await workshopWorld()
    const open = () =>
      services.openBallot(facilitator, {
        draftId,
        rule: 'sense-check',
        quorum: 1,
        closesAt: deps.now() + 3 * minute,
        electorate: [facilitator.actorId],
        names: 'shown',
      })
    expect(await refusal(open())).toMatchObject({ code: 'not-allowed' })
    await services.startWorkshop(facilitator, { workshopId })
    expect((await open()).id).toBeTruthy()
  })
})

it('[C6] tells sockets of a change of rights only, and has the lock of time that is up told once', async () => {
  const { services, facilitator, workshopId, deps, later } = await workshopWorld()
  await services.startWorkshop(facilitator, { workshopId })
  const reauthorised = vi.spyOn(deps.collab, 'reauthorise')
  const due = async () =>
    (await deps.store.read.select().from(jobs)).filter(({ kind, doneAt }) => kind === 'lock-phase' && doneAt === null)
  await deps.store.tx((q) => updatePhase(q, workshopId, 1, { locksAtEnd: true }))
  await services.addTime(facilitator, { workshopId, minutes: '1' })
  const [job] = await due()
  expect(reauthorised).toHaveBeenCalledTimes(1)
  later(120 * minute)
  await deps.store.tx((q) => finishJob(q, job as JobRow, deps.now()))
  await services.broadcast(facilitator, { workshopId, broadcast: 'Two more minutes.' })
  expect(await due()).toEqual([])
  expect(reauthorised).toHaveBeenCalledTimes(1)
  await services.lockWriting(facilitator, { workshopId, locked: true })
  expect(reauthorised).toHaveBeenCalledTimes(2)
})

describe('reading', () => {
  it('[M1] [M2] shows the minutes to members, and of a private draft nothing to who may not read it', async () => {
    const { services, facilitator, people, workshopId, later } = await workshopWorld()
    await services.startWorkshop(facilitator, { workshopId })
    later(4 * minute)
    await services.changePhase(facilitator, { workshopId, move: 'next' })
    await services.endWorkshop(facilitator, { workshopId })
    const own = await services.workshopPage(facilitator, workshopId, 'http://localhost')
    expect(own.minutes?.visits.map(({ title }) => title)).toEqual(['Gather', 'Read'])
    expect(own.minutes?.drafts[0]?.open[0]).toMatchObject({ owner: 'Hanna Lind' })
    const other = await services.workshopPage(people.outsider, workshopId, 'http://localhost')
    expect([other.minutes?.drafts, other.minutes?.hidden, other.drafts[0]?.title]).toEqual([[], 1, null])
    const text = await services.minutesText(people.outsider, workshopId)
    expect(text).toContain('| Gather | 4 min | 12:00 | 12:04 | 0 |')
    expect(text).not.toContain('Pause')
    expect(await refusal(services.workshopPage(people.reader, workshopId, ''))).toMatchObject({ code: 'not-found' })
  })

  it('shows on the wall neither names nor what is silent', async () => {
    const { services, facilitator, workshopId } = await workshopWorld()
    await services.startWorkshop(facilitator, { workshopId })
    const wall = await services.projectorView(facilitator, workshopId, 'https://folk.example')
    expect(wall.join?.url).toMatch(/^https:\/\/folk\.example\/w\/[A-Z]{3}-[2-9]{4}$/)
    expect(wall.join?.qr.path).toMatch(/^M0 0h1v1h-1z/)
    expect(JSON.stringify(wall)).not.toContain('Hanna')
  })
})

describe('editing', () => {
  const line = {
    was: '',
    kind: 'read',
    title: 'Read',
    minutes: '5',
    writers: 'nobody',
    locksAtEnd: false,
    instruction: 'Read it.',
    material: '',
  }

  it('[A1] [A2] puts an agenda in the place of what has not begun, and keeps what has', async () => {
    const { services, facilitator, workshopId, phases } = await workshopWorld()
    const agree = { ...line, was: '5', kind: 'agree', title: 'Agree', minutes: '9' }
    await services.editAgenda(facilitator, { workshopId, first: '1', phases: [line, agree] })
    expect((await phases()).map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['read', 5],
      ['agree', 9],
    ])
    expect((await phases())[1]?.threadId).not.toBeNull()
    await services.startWorkshop(facilitator, { workshopId })
    expect(await refusal(services.editAgenda(facilitator, { workshopId, first: '1', phases: [line] }))).toMatchObject({
      code: 'conflict',
    })
    await services.editAgenda(facilitator, {
      workshopId,
      first: '2',
      phases: [{ ...agree, was: '2', minutes: '4' }, line],
    })
    expect((await phases()).map(({ kind, minutes, minutesNow }) => [kind, minutes, minutesNow])).toEqual([
      ['read', 5, 5],
      ['agree', 9, 4],
      ['read', 5, 5],
    ])
  })

  it('[A1] names the line and the field at fault', async () => {
    const { services, facilitator, workshopId } = await workshopWorld()
    const save = (change: Partial<typeof line>) =>
      refusal(services.editAgenda(facilitator, { workshopId, first: '1', phases: [line, { ...line, ...change }] }))
    expect(await save({ title: ' ' })).toMatchObject({ field: '1.title' })
    expect(await save({ minutes: '' })).toMatchObject({ field: '1.minutes' })
    expect(await save({ kind: 'dance' })).toMatchObject({ field: '1.kind' })
    expect(await save({ writers: 'cats' })).toMatchObject({ field: '1.writers' })
    expect(await save({ instruction: 'x'.repeat(201) })).toMatchObject({ field: '1.instruction' })
  })

  it('works on eight drafts at most, however they are added', async () => {
    const { services, facilitator, workshopId, draftId, deps } = await workshopWorld()
    const details = {
      ...{ workshopId, title: 'Two hours', purpose: 'Other.', startsAt: '2026-12-01T10:00', zone: 'UTC' },
      ...{ guests: 'refused', capacity: '10' },
    }
    const draftIds = [draftId]
    for (let i = 0; i < 8; i++) draftIds.push(await createTestDraft(deps, facilitator.person))
    await services.editWorkshop(facilitator, { ...details, draftIds: draftIds.slice(0, 8) })
    expect(await refusal(services.editWorkshop(facilitator, { ...details, draftIds }))).toMatchObject({
      field: 'draftIds',
      detail: 'Choose 8 drafts at most.',
    })
  })

  it('changes what it is and when before the start; afterwards its day and drafts stay', async () => {
    const { services, facilitator, workshopId, draftId, room } = await workshopWorld()
    const details = {
      workshopId,
      title: 'Two hours',
      purpose: 'Other.',
      startsAt: '2026-12-01T10:00',
      zone: 'UTC',
      guests: 'refused',
      capacity: '10',
      draftIds: [draftId],
    }
    await services.editWorkshop(facilitator, details)
    expect(await room()).toMatchObject({ title: 'Two hours', startsAt: Date.UTC(2026, 11, 1, 10), capacity: 10 })
    await services.startWorkshop(facilitator, { workshopId })
    await services.editWorkshop(facilitator, { ...details, title: 'Three', startsAt: '2027-01-01T10:00' })
    expect(await room()).toMatchObject({ title: 'Three', startsAt: Date.UTC(2026, 11, 1, 10) })
    await services.endWorkshop(facilitator, { workshopId })
    expect(await refusal(services.editWorkshop(facilitator, details))).toMatchObject({ code: 'conflict' })
  })
})
