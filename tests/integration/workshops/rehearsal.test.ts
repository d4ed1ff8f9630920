import { expect, it } from 'vitest'
import { replaceSection } from '../../../collab/replace-section.ts'
import { findDraft } from '../../../db/queries/drafts.ts'
import { listSimulatedGuests } from '../../../db/queries/rehearsals.ts'
import { listDraftThreads } from '../../../db/queries/threads.ts'
import { findWorkshop, listPhases, listWorkshopDrafts } from '../../../db/queries/workshops.ts'
import { sessions, threadTexts } from '../../../db/schema.ts'
import { paragraph, plainText } from '../../../domain/prose/tree.ts'
import { simulatedGuests } from '../../../domain/workshops/rehearsal.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { forkDraft } from '../../../server/usecases/drafts/fork-draft.ts'
import { moveDraft } from '../../../server/usecases/drafts/move-draft.ts'
import { draftsList } from '../../../server/views/drafts-list.ts'
import { refusal } from '../../factories/argue-world.ts'
import { workshopWorld } from '../../factories/workshop-world.ts'

async function scene() {
  const world = await workshopWorld({ template: '30' })
  const { services, facilitator, workshopId, deps, draftId, later } = world
  await deps.collab.transact(draftId, facilitator.actorId, (doc) => replaceSection(doc, 'bet', paragraph('The bet.')))
  const before = (await deps.collab.readDraft(draftId)).seq
  const { id } = await services.rehearseWorkshop(facilitator, { workshopId })
  const q = deps.store.read
  const [copy] = await listWorkshopDrafts(q, id)
  if (!copy) throw new Error('the rehearsal works on no draft')
  const go = async (kind: string) => {
    const to = (await listPhases(q, id)).find((phase) => phase.kind === kind)?.position
    await services.changePhase(facilitator, { workshopId: id, move: 'go', to: String(to) })
  }
  return {
    ...world,
    id,
    copy,
    before,
    go,
    async play(seconds: number) {
      for (let i = 0; i < seconds / 2; i += 1) {
        later(2_100)
        await runDueJobs(deps)
      }
    },
    console: () => services.workshopConsole(facilitator, id),
  }
}

it('[E1] [E2] [E3] plays a rehearsal of its own over a copy, through its phases, by itself', async () => {
  const { id, copy, services, facilitator, workshopId, deps, play, go, console, room } = await scene()
  const planned = await room()
  const signedIn = await deps.store.read.$count(sessions)
  expect(copy.id).not.toBe((await listWorkshopDrafts(deps.store.read, workshopId))[0]?.id)
  expect(copy.title).toMatch(/^Rehearsal: /)
  const said = (await deps.collab.readDraft(copy.id)).content
  expect(plainText(said.sections.bet ?? [])).toBe('The bet.')

  await play(4)
  await services.startWorkshop(facilitator, { workshopId: id })
  await play(10)
  const { people } = await console()
  expect(people.filter(({ guest }) => guest)).toHaveLength(simulatedGuests)
  for (const { name, guest } of people) if (guest) expect(name).toMatch(/^Simulated guest \d+$/)
  expect(await deps.store.read.$count(sessions)).toBe(signedIn)

  await go('statements')
  await play(20)
  expect((await console()).candidates.filter(({ n }) => n > 0)).toEqual([])
  await go('argue')
  await play(40)
  await services.openHum(facilitator, { workshopId: id, question: 'Ready?' })
  await play(10)
  const page = await console()
  expect(page.candidates.filter(({ n }) => n > 0).length).toBeGreaterThan(5)
  for (const { text } of page.candidates.filter(({ n }) => n > 0)) expect(text).toMatch(/^Simulated/)
  expect(page.talk.hum?.answered).toBe(simulatedGuests)
  expect(page.talk.waiting.length).toBeGreaterThan(0)
  const wall = await services.projectorView(facilitator, id, '')
  expect(wall.room.rehearsal).toBe(true)
  expect(wall.argument.some((one) => one.for + one.against > 0)).toBe(true)
  expect(await room()).toEqual(planned)
})

it('[E2] lets who was taken out do nothing any more, and goes on', async () => {
  const { id, services, facilitator, deps, play, go, console } = await scene()
  await services.startWorkshop(facilitator, { workshopId: id })
  await play(12)
  const [first] = await listSimulatedGuests(deps.store.read, id)
  await services.removePerson(facilitator, { workshopId: id, actorId: first?.actorId ?? '' })
  await go('statements')
  await play(20)
  await go('argue')
  const { people, candidates } = await console()
  expect(people.filter(({ guest }) => guest)).toHaveLength(simulatedGuests - 1)
  expect(candidates.some(({ author }) => author === 'Simulated guest 1')).toBe(false)
  expect(candidates.some(({ author }) => author === 'Simulated guest 2')).toBe(true)
})

it('[E5] leaves nothing in the real draft, in lists, in search or in an inbox, and throws the copy away', async () => {
  const { id, copy, before, services, facilitator, deps, draftId, play, go, people } = await scene()
  const waiting = await services.inboxCount(facilitator)
  await services.startWorkshop(facilitator, { workshopId: id })
  await play(12)
  await go('statements')
  await play(12)
  await go('argue')
  await play(20)
  const real = (await listDraftThreads(deps.store.read, draftId))[0]?.id ?? ''
  expect(JSON.stringify(await services.threadPage(facilitator, real))).not.toContain('Simulated')
  expect((await deps.collab.readDraft(draftId)).seq).toBe(before)
  expect((await draftsList(deps, facilitator)).map((one) => one.id)).toEqual([draftId])
  expect(await deps.store.read.$count(threadTexts)).toBe(0)
  expect(await services.inboxCount(facilitator)).toBe(waiting)
  expect((await services.workshopsPage(facilitator)).workshops.map((one) => one.id)).toContain(id)
  expect((await services.workshopsPage(people.owner)).workshops.map((one) => one.id)).not.toContain(id)

  await go('ballot')
  const ballot = { workshopId: id, draftId: copy.id, minutes: '3', quorum: '1' }
  expect((await refusal(services.openRoomBallot(facilitator, ballot))).code).toBe('conflict')
  expect((await refusal(forkDraft(deps, facilitator, { draftId: copy.id, reason: 'More.' }))).code).toBe('conflict')
  expect((await refusal(moveDraft(deps, facilitator, { draftId: copy.id, move: 'submit' }))).code).toBe('conflict')

  await services.endWorkshop(facilitator, { workshopId: id })
  await play(4)
  await services.undoAct(facilitator, { workshopId: id, at: '' })
  expect((await findDraft(deps.store.read, copy.id))?.deletedAt).toBeNull()
  await services.endWorkshop(facilitator, { workshopId: id })
  await play(20)
  expect((await findDraft(deps.store.read, copy.id))?.deletedAt).not.toBeNull()
  expect((await findDraft(deps.store.read, draftId))?.deletedAt).toBeNull()
  expect(JSON.stringify(await services.workshopPage(facilitator, id, ''))).not.toContain('Simulated:')
})

it('[E5] throws away after a day what nobody ended', async () => {
  const { id, copy, deps, play, later } = await scene()
  await play(4)
  later(25 * 60 * 60 * 1000)
  await runDueJobs(deps)
  expect((await findWorkshop(deps.store.read, id))?.state).toBe('ended')
  expect((await findDraft(deps.store.read, copy.id))?.deletedAt).not.toBeNull()
})

it('[E1] is prepared by who leads it, before it begins, and not of a rehearsal', async () => {
  const { id, services, facilitator, workshopId, people } = await scene()
  expect((await refusal(services.rehearseWorkshop(people.owner, { workshopId }))).code).toBe('not-allowed')
  expect((await refusal(services.rehearseWorkshop(null, { workshopId }))).code).toBe('signed-out')
  expect((await refusal(services.rehearseWorkshop(facilitator, { workshopId: id }))).code).toBe('conflict')
  await services.startWorkshop(facilitator, { workshopId })
  expect((await refusal(services.rehearseWorkshop(facilitator, { workshopId }))).code).toBe('conflict')
})
