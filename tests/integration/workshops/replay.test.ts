import { expect, it } from 'vitest'
import { replaceSection } from '../../../collab/replace-section.ts'
import { paragraph, plainText } from '../../../domain/prose/tree.ts'
import { redactDraft } from '../../../server/usecases/drafts/redact-draft.ts'
import { refusal } from '../../factories/argue-world.ts'
import { workshopWorld } from '../../factories/workshop-world.ts'

async function scene() {
  const world = await workshopWorld()
  const { services, facilitator, workshopId, deps, draftId, later } = world
  const write = (text: string) =>
    deps.collab.transact(draftId, facilitator.actorId, (doc) => replaceSection(doc, 'bet', paragraph(text)))
  const next = async () => {
    later(60_000)
    await services.changePhase(facilitator, { workshopId, move: 'next' })
  }
  const replay = (viewer = facilitator, asked: { visit?: string; at?: string } = {}) =>
    services.workshopReplay(viewer, { id: workshopId, draft: draftId, visit: null, at: null, ...asked })
  const bet = (page: Awaited<ReturnType<typeof replay>>) =>
    plainText(page.text?.shown.sections.find(({ id }) => id === 'bet')?.blocks ?? [])
  return { ...world, write, next, replay, bet }
}

it('[R1] shows of each phase what the text said when it began and when it ended, and what changed', async () => {
  const { services, facilitator, workshopId, write, next, replay, bet, later } = await scene()
  expect((await refusal(replay())).code).toBe('conflict')
  await write('Before.')
  later(1_000)
  await services.startWorkshop(facilitator, { workshopId })
  later(1_000)
  await write('In the first phase.')
  await next()
  await next()
  later(1_000)
  await write('In the third phase.')
  later(1_000)
  await write('At the end of the third phase.')
  later(1_000)
  await services.endWorkshop(facilitator, { workshopId })
  later(1_000)
  await write('Afterwards.')

  const page = await replay()
  expect(page.visits.map(({ title, before, after }) => [title, after - before])).toEqual([
    ['Gather', 1],
    ['Read', 0],
    ['Silent wordings', 2],
  ])
  expect(bet(page)).toBe('At the end of the third phase.')
  expect(page.text?.later).toBeNull()
  const [first, , third] = page.visits
  expect(bet(await replay(facilitator, { visit: '1', at: String(first?.before) }))).toBe('Before.')
  expect(bet(await replay(facilitator, { visit: '1' }))).toBe('In the first phase.')
  expect((await replay(facilitator, { visit: '2' })).text?.comparison.changes).toBe(0)
  const onTheWay = await replay(facilitator, { visit: '3', at: String(Number(third?.before) + 1) })
  expect(bet(onTheWay)).toBe('In the third phase.')
  expect(onTheWay.text?.comparison.changes).toBe(1)
  expect(onTheWay.text?.moment?.by).toBe('Hanna Lind')
})

it('[R1] counts no phase that was undone', async () => {
  const { services, facilitator, workshopId, replay, later } = await scene()
  await services.startWorkshop(facilitator, { workshopId })
  later(1_000)
  await services.changePhase(facilitator, { workshopId, move: 'next' })
  await services.undoAct(facilitator, { workshopId, at: '' })
  expect((await replay()).visits.map(({ title }) => title)).toEqual(['Gather'])
})

it('[R2] shows a draft to whoever may read it, and nothing of what was removed for good', async () => {
  const { services, facilitator, workshopId, people, write, replay, next, deps, draftId } = await scene()
  await services.startWorkshop(facilitator, { workshopId })
  await write('A name that should not be here.')
  await next()
  expect((await replay(people.outsider)).draft).toBeNull()
  expect((await replay(people.outsider)).hidden).toBe(1)
  expect(JSON.stringify(await replay(people.outsider))).not.toContain('A name')
  expect(JSON.stringify(await replay(people.onlooker))).toContain('A name that should not be here.')
  await redactDraft(deps, people.moderator, {
    draftId,
    words: 'A name that should not be here.',
    reason: 'Private.',
  })
  const after = await replay(people.onlooker, { visit: '1' })
  expect(JSON.stringify(after)).not.toContain('A name that should not be here.')
})
