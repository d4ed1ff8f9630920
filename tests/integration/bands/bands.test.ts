import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { events } from '../../../db/schema.ts'
import { scaleMark } from '../../../domain/bands/scale.ts'
import { createServices } from '../../../server/services.ts'
import type { Arguer } from '../../factories/argue-world.ts'
import { argueWorld, refusal } from '../../factories/argue-world.ts'
import { createTestDraft } from '../../factories/draft-world.ts'

const days = { unit: 'days', low: '0', high: '60', unstable: 'above' }
const reading = { reading: '17', readingSource: 'A survey of repairs', readingDate: '2026-11-20' }

/** A public threshold hearing on a published entry. */
async function bandWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const { owner, commenter, outsider } = world.people
  const entry = { kind: 'strategy' as const, slug: world.published.slug }
  const { id: threadId } = await services.openThread(owner, { entry, place: 'section/threshold', kind: 'threshold' })
  const scale = (by: Arguer | null, change = {}) => services.setScaleOf(by, { threadId, ...days, ...change })
  const place = (by: Arguer | null, value: string, reason = 'So.') =>
    services.placeMarker(by, { threadId, value, reason })
  const band = async (by: Arguer | null = owner) => (await services.threadPage(by, threadId)).band
  return { ...world, services, owner, commenter, outsider, threadId, scale, place, band }
}

describe('the scale of a hearing', () => {
  it('[Z1] [Z3] is named by whoever may post, with the reading', async () => {
    const { scale, band, commenter, people, recorded } = await bandWorld()
    expect(await band()).toMatchObject({ scale: null, mayEdit: true })
    expect((await refusal(scale(null))).code).toBe('signed-out')
    expect((await refusal(scale(people.reader))).code).toBe('not-allowed')
    await scale(commenter, reading)
    expect(await band(null)).toMatchObject({
      scale: { unit: 'days', low: 0, high: 60, unstable: 'above', reading: 17, readingDate: '2026-11-20' },
      mayEdit: false,
      placed: null,
    })
    expect(await recorded()).toContain('thread.scale-set')
  })

  it('[Z1] refuses what is no scale, naming the field', async () => {
    const { scale, owner, services, draftId } = await bandWorld()
    const refused = async (change: object) => (await refusal(scale(owner, change))).field
    expect(await refused({ unit: ' ' })).toBe('unit')
    expect(await refused({ unit: 'x'.repeat(100_000) })).toBe('unit')
    expect(await refused({ low: 'few' })).toBe('low')
    expect(await refused({ high: '0' })).toBe('high')
    expect(await refused({ unstable: 'sideways' })).toBe('unstable')
    expect(await refused({ ...reading, reading: '<b>1</b>' })).toBe('reading')
    expect(await refused({ ...reading, readingSource: '' })).toBe('readingSource')
    expect(await refused({ ...reading, readingDate: '2026-02-30' })).toBe('readingDate')
    const other = await services.openThread(owner, { draft: draftId, kind: 'falsification' })
    expect((await refusal(scale(owner, { threadId: other.id }))).field).toBe('unit')
    expect((await services.threadPage(owner, other.id)).band).toBeNull()
  })

  it('[Z2] keeps the markers that stand on it, and nobody’s change is overwritten unseen', async () => {
    const { scale, place, band, owner, commenter } = await bandWorld()
    await scale(owner, { was: '' })
    expect((await refusal(scale(commenter, { was: '' }))).code).toBe('conflict')
    await place(commenter, '14')
    const was = (await band())?.seen
    expect(await refusal(scale(owner, { unit: 'weeks', was }))).toMatchObject({ code: 'conflict', field: 'unit' })
    expect((await refusal(scale(owner, { unstable: 'below' }))).field).toBe('unstable')
    for (const high of ['13', '15', '90']) {
      const told = await refusal(scale(owner, { high }))
      expect(told).toMatchObject({ code: 'conflict', field: 'high', detail: expect.stringContaining('Place yours') })
    }
    await scale(owner, { ...reading, was })
    expect((await band())?.scale).toMatchObject({ high: 60, reading: 17 })
    await place(owner, '20')
    expect((await refusal(scale(owner, { high: '13' }))).detail).toContain('would stand outside')
    await scale(owner, { high: '90', was: (await band())?.seen })
    expect((await band())?.scale?.high).toBe(90)
  })
})

describe('markers', () => {
  it('[Z4] [Z5] [Z6] are one each, hidden until one has placed one, and make a band from three on', async () => {
    const { scale, place, band, owner, commenter, outsider, deps, services, threadId } = await bandWorld()
    await scale(owner, reading)
    await place(commenter, '10', 'Most patches are out by then.')
    expect((await band())?.placed).toBeNull()
    await place(owner, '20')
    expect((await band())?.placed).toMatchObject({ band: null, state: null })
    await place(outsider, '30')
    await place(outsider, '40', 'I looked again.')
    expect(await place(outsider, '40', 'I looked again.')).toEqual({ move: 2 })
    const { placed, own } = (await band(outsider)) ?? {}
    expect(own).toEqual({ value: 40, reason: 'I looked again.', move: 2 })
    expect(placed).toMatchObject({ band: { low: 15, high: 30 }, median: 20, state: 'inside' })
    expect(placed?.markers.map(({ name, value }) => [name, value])).toEqual([
      ['Bashir Noor', 10],
      ['Ana Duarte', 20],
      ['Dana Whitfield', 40],
    ])
    expect(placed?.markers[2]?.earlier).toMatchObject([{ value: 30, reason: 'So.' }])
    const said = await deps.store.read.select().from(events).where(eq(events.type, 'marker.placed'))
    expect(said.map(({ payload }) => payload)).toEqual([false, false, false, true].map((moved) => ({ moved })))
    expect((await band(null))?.placed).toBeNull()
    await services.resolveThread(owner, { threadId, outcome: 'wording-adopted', reason: 'Near enough.' })
    expect((await band(null))?.placed?.markers).toHaveLength(3)
    expect((await refusal(place(owner, '21'))).code).toBe('not-allowed')
    expect((await refusal(scale(owner))).code).toBe('not-allowed')
  })

  it('[Z4] are refused outside the scale, without a number, a reason, a scale or a right', async () => {
    const { scale, place, owner, commenter, people } = await bandWorld()
    expect((await refusal(place(owner, '10'))).code).toBe('conflict')
    await scale(owner)
    for (const value of ['', 'ten', '-1', '60.5', '1e1', '<i>5</i>', 'x'.repeat(100_000)]) {
      expect(await refusal(place(commenter, value))).toMatchObject({ code: 'bad-input', field: 'value' })
    }
    for (const reason of ['', ' ', 'x'.repeat(100_000)]) {
      expect(await refusal(place(commenter, '10', reason))).toMatchObject({ code: 'bad-input', field: 'reason' })
    }
    expect((await refusal(place(people.reader, '10'))).code).toBe('not-allowed')
    expect((await refusal(place(null, '10'))).code).toBe('signed-out')
    await place(commenter, '60')
  })

  it('[Z4] are refused on another scale than was seen, and not for a new reading', async () => {
    const { scale, owner, commenter, services, threadId, band } = await bandWorld()
    await scale(owner)
    const was = scaleMark({ unit: 'days', low: 0, high: 60, unstable: 'above' })
    const place = () => services.placeMarker(commenter, { threadId, value: '10', reason: 'So.', was })
    await scale(owner, { unit: 'weeks' })
    expect((await refusal(place())).code).toBe('conflict')
    await scale(owner, reading)
    await place()
    expect((await band(commenter))?.own?.value).toBe(10)
  })

  it('[Z1] [Z4] are refused where a comma can be read in two ways, with both', async () => {
    const { scale, place, owner } = await bandWorld()
    expect(await refusal(scale(owner, { high: '1,000' }))).toMatchObject({
      field: 'high',
      detail: expect.stringContaining('Write 1000, or 1.000'),
    })
    await scale(owner, { high: '1000' })
    expect(await refusal(place(owner, '1,000'))).toMatchObject({ code: 'bad-input', field: 'value' })
  })

  it('lose words that are removed for good', async () => {
    const { services, owner, people, draftId } = await bandWorld()
    const { id: threadId } = await services.openThread(owner, { draft: draftId, kind: 'threshold' })
    await services.setScaleOf(owner, { threadId, ...days, ...reading, readingSource: 'Volker Xylander, by phone' })
    await services.placeMarker(owner, { threadId, value: '9', reason: 'Volker Xylander says so.' })
    await services.redactDraft(people.moderator, {
      draftId,
      words: 'Volker Xylander',
      reason: 'A person asked for it.',
    })
    expect(JSON.stringify((await services.threadPage(owner, threadId)).band)).not.toContain('Xylander')
  })
})

it('[S5] [S6] search knows the scale and not the reasons of markers', async () => {
  const { deps, owner, services } = await bandWorld()
  const draft = await createTestDraft(deps, owner.person, { visibility: 'public' })
  const { id: threadId } = await services.openThread(owner, { draft, kind: 'threshold' })
  await services.setScaleOf(owner, { threadId, ...days, unit: 'quibbles' })
  await services.placeMarker(owner, { threadId, value: '10', reason: 'Because of wombats.' })
  const found = async (q: string) => (await services.searchPage(null, { q })).total
  expect([await found('quibbles'), await found('wombats')]).toEqual([1, 0])
})
