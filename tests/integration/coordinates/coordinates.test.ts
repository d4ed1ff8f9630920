import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { drafts, events } from '../../../db/schema.ts'
import { createServices } from '../../../server/services.ts'
import { importVault } from '../../../server/usecases/atlas/import-vault.ts'
import type { Arguer } from '../../factories/argue-world.ts'
import { createArguer, refusal } from '../../factories/argue-world.ts'
import { createTestDraft } from '../../factories/draft-world.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** A draft of a published strategy of the real atlas. */
async function coordinatesWorld() {
  const deps = testDeps()
  await importVault(deps, { folder: 'db/seed/vault', dryRun: false })
  const services = createServices(deps)
  const people = await Promise.all(['Ana', 'Bashir', 'Dana', 'Ebru'].map((name) => createArguer(deps, name)))
  const [owner, second, third, fourth] = people as [Arguer, Arguer, Arguer, Arguer]
  const { id: draftId } = await services.createDraft(owner, { kind: 'strategy', entry: 'pause' })
  const place = (by: Arguer | null, axis: string, value: string) => services.placeOnAxis(by, { draftId, axis, value })
  const axis = async (by: Arguer, id: string) =>
    (await services.coordinatesPage(by, draftId)).axes.find((one) => one.axis === id)
  return { deps, services, owner, second, third, fourth, draftId, place, axis }
}

it('[X1]–[X7] each places it for themselves, sees the others then, and is told where they split', async () => {
  const { deps, services, owner, second, third, fourth, draftId, place, axis } = await coordinatesWorld()
  for (const [by, value] of [
    [second, 'consent'],
    [third, 'consent'],
    [fourth, 'treaty'],
  ] as const) {
    await place(by, 'coercion', value)
  }
  expect(await axis(owner, 'coercion')).toMatchObject({ own: null, spread: null })
  await place(owner, 'coercion', 'market')
  expect((await axis(owner, 'coercion'))?.spread).toMatchObject({ n: 4, steps: 3, split: null })
  await place(owner, 'coercion', 'state-coercion')
  expect(await axis(owner, 'coercion')).toMatchObject({
    own: 'state-coercion',
    spread: { n: 4, steps: 4, split: { sides: [['consent'], ['treaty', 'state-coercion']], counts: [2, 2] } },
  })
  expect((await axis(owner, 'acts-on'))?.spread).toBeNull()
  expect((await services.coordinatesPage(owner, draftId)).forkHref).toBe('/drafts/new?entry=strategies/pause')
  const said = await deps.store.read.select().from(events).where(eq(events.type, 'coordinates.placed'))
  expect(said.map(({ payload }) => payload)).toEqual(Array(5).fill({ axis: 'coercion' }))

  await deps.store.tx((q) => q.update(drafts).set({ state: 'promoted' }).where(eq(drafts.id, draftId)))
  expect((await axis(owner, 'acts-on'))?.spread).toMatchObject({ n: 0 })
  expect((await refusal(place(owner, 'acts-on', 'institutional'))).code).toBe('not-allowed')
}, 60_000)

it('[X1] refuses other axes and values, people without the right, and drafts of other kinds', async () => {
  const { deps, services, owner, place } = await coordinatesWorld()
  expect(await refusal(place(owner, 'charm', 'consent'))).toMatchObject({ code: 'bad-input', field: 'axis' })
  for (const value of ['', '<b>consent</b>', 'x'.repeat(100_000), 'institutional']) {
    expect(await refusal(place(owner, 'coercion', value))).toMatchObject({ code: 'bad-input', field: 'value' })
  }
  expect((await refusal(place(null, 'coercion', 'consent'))).code).toBe('signed-out')
  const reader = await createArguer(deps, 'Fay', 'reader')
  expect((await refusal(place(reader, 'coercion', 'consent'))).code).toMatch(/not-found|not-allowed/)
  const onlooker = await createArguer(deps, 'Gil')
  const members = [{ person: onlooker.person, role: 'reader' as const }]
  const mine = await createTestDraft(deps, owner.person, { visibility: 'private', members })
  const there = { draftId: mine, axis: 'coercion', value: 'consent' }
  expect((await refusal(services.placeOnAxis(onlooker, there))).code).toBe('not-allowed')
  const concept = await services.createDraft(owner, { kind: 'concept', title: 'A concept' })
  expect((await refusal(services.coordinatesPage(owner, concept.id))).code).toBe('not-found')
  expect((await refusal(services.placeOnAxis(owner, { ...there, draftId: concept.id }))).code).toBe('not-found')
}, 60_000)
