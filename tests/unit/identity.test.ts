import { describe, expect, it } from 'vitest'
import type { Answers } from '#domain/identity/answer-line.ts'
import { answerLine, parseAnswerLine, readAnswers } from '#domain/identity/answer-line.ts'
import type { Placed } from '#domain/identity/distance.ts'
import { axisDistance, distances, portfolioDistances } from '#domain/identity/distance.ts'
import { readGroup } from '#domain/identity/group.ts'
import { heldQuestions, readHeld } from '#domain/identity/questions.ts'

const ids = (...all: string[]) => all.map((id) => ({ id }))
const coercion = {
  id: 'coercion',
  values: ids('consent', 'market', 'friction', 'treaty', 'state-coercion', 'unilateral-force', 'n-a'),
}
const actor = { id: 'actor-in-control', values: ids('humans', 'ai', 'none') }
const horizon = {
  id: 'time-horizon',
  values: ids('pre-transition', 'during-transition', 'post-transition', 'horizon-neutral'),
}
const axes = [coercion, actor, horizon]

const strategy = (slug: string, on: Record<string, string>, assumptions: string[] = []): Placed => ({
  slug,
  title: slug.toUpperCase(),
  axes: on,
  assumptions,
})
const answerable = {
  axes: new Map(axes.map(({ id, values }) => [id, new Set(values.map((value) => value.id))])),
  assumptions: new Set(['a~0', 'a~1', 'b~0']),
}
const answers = (part: Partial<Answers>): Answers => ({ held: {}, axes: {}, beliefs: {}, ...part })

describe('is it held as a bet?', () => {
  it('[I1] asks five questions with two ends each', () => {
    expect(heldQuestions).toHaveLength(5)
    expect(new Set(heldQuestions.flatMap(({ bet, badge, next }) => [bet, badge, next])).size).toBe(15)
  })

  it('[I2] names a step for every answer but a bet, and gives no score', () => {
    const reading = readHeld({ lose: 'bet', cost: 'badge', revised: 'unsure' })
    expect(reading).toMatchObject({ answered: 3, bet: 1, badge: 1, unsure: 1, tooFew: false })
    expect(reading.steps.map(({ id, answer }) => [id, answer])).toEqual([
      ['other-side', null],
      ['cost', 'badge'],
      ['revised', 'unsure'],
      ['standing', null],
    ])
    expect(Object.keys(reading)).not.toContain('score')
  })

  it('[I2] says only that with fewer than three answers', () => {
    expect(readHeld({}).tooFew).toBe(true)
    expect(readHeld({ lose: 'bet', cost: 'bet' }).tooFew).toBe(true)
    expect(readHeld({ lose: 'bet', cost: 'bet', revised: 'bet' }).tooFew).toBe(false)
  })
})

describe('distances', () => {
  it('[I4] measures along an ordered axis and only equality elsewhere', () => {
    expect(axisDistance(coercion, 'consent', 'unilateral-force')).toBe(1)
    expect(axisDistance(coercion, 'consent', 'market')).toBeCloseTo(0.2)
    expect(axisDistance(coercion, 'n-a', 'consent')).toBe(1)
    expect(axisDistance(actor, 'humans', 'ai')).toBe(1)
    expect(axisDistance(actor, 'ai', 'ai')).toBe(0)
    expect(axisDistance(horizon, 'horizon-neutral', 'pre-transition')).toBe(1)
    expect(axisDistance(horizon, 'pre-transition', 'during-transition')).toBe(0.5)
  })

  it('[I4] [I8] is the mean over what both sides say, and names what is rejected', () => {
    const mine = answers({
      axes: { coercion: 'consent', 'actor-in-control': 'humans' },
      beliefs: { 'a~0': 'reject', 'a~1': 'hold', 'b~0': 'reject' },
    })
    const a = strategy('a', { coercion: 'market', 'actor-in-control': 'humans', 'time-horizon': 'pre-transition' }, [
      'a~0',
      'a~1',
    ])
    const [placed] = distances(mine, [a], axes)
    expect(placed).toMatchObject({ slug: 'a', n: 4, rejected: ['a~0'] })
    expect(placed?.distance).toBeCloseTo((0.2 + 0 + 1 + 0) / 4)
  })

  it('[I5] leaves out what rests on fewer than three answers', () => {
    const mine = answers({
      axes: { coercion: 'consent', 'actor-in-control': 'humans', 'time-horizon': 'pre-transition' },
    })
    const two = strategy('two', { coercion: 'consent', 'actor-in-control': 'humans' })
    const three = strategy('three', { ...two.axes, 'time-horizon': 'post-transition' })
    expect(distances(mine, [two, three], axes).map(({ slug }) => slug)).toEqual(['three'])
    expect(distances(answers({}), [two, three], axes)).toEqual([])
  })

  it('[I6] nearer first, then what rests on more, then by title', () => {
    const on = { coercion: 'consent', 'actor-in-control': 'humans', 'time-horizon': 'pre-transition' }
    const mine = answers({ axes: on, beliefs: { 'a~0': 'hold' } })
    const all = [
      strategy('far', { ...on, 'actor-in-control': 'ai' }),
      strategy('y', on),
      strategy('x', on),
      strategy('a', on, ['a~0']),
    ]
    expect(distances(mine, all, axes).map(({ slug }) => slug)).toEqual(['a', 'x', 'y', 'far'])
  })

  it('[I7] of portfolios is the mean of members, half of whom must be placed', () => {
    const placed = [
      { slug: 'a', title: 'A', distance: 0.2, n: 3, rejected: [] },
      { slug: 'b', title: 'B', distance: 0.6, n: 3, rejected: [] },
    ]
    const found = portfolioDistances(placed, [
      { id: 'thin', name: 'Thin', strategies: ['a', 'x', 'y'] },
      { id: 'both', name: 'Both', strategies: ['a', 'b', 'x', 'y'] },
      { id: 'one', name: 'One', strategies: ['a'] },
      { id: 'none', name: 'None', strategies: [] },
    ])
    expect(found.map(({ id }) => id)).toEqual(['one', 'both'])
    expect(found[1]).toMatchObject({ placed: 2, of: 4 })
    expect(found[1]?.distance).toBeCloseTo(0.4)
  })
})

describe('answers as a line', () => {
  const full = answers({
    held: { lose: 'bet', standing: 'unsure' },
    axes: { coercion: 'n-a' },
    beliefs: { 'a~0': 'hold', 'b~0': 'reject' },
  })

  it('[I9] comes back unchanged', () => {
    expect(answerLine(full)).toBe('lose=bet standing=unsure coercion=n-a a~0=hold b~0=reject')
    expect(parseAnswerLine(answerLine(full), answerable)).toEqual(full)
  })

  it('[I9] leaves out what nobody knows', () => {
    const line = 'lose=perhaps coercion=love c~0=hold a~0=agree name=Anna a=b=c __proto__=bet constructor=hold lose=bet'
    expect(parseAnswerLine(line, answerable)).toEqual(answers({ held: { lose: 'bet' } }))
    expect(readAnswers([['about', 'something typed']], answerable)).toEqual(answers({}))
  })
})

describe('a group', () => {
  const on = { coercion: 'consent', 'actor-in-control': 'humans', 'time-horizon': 'pre-transition' }
  const one = answers({ held: { lose: 'bet' }, axes: on, beliefs: { 'a~0': 'hold' } })
  const other = answers({ held: { lose: 'badge' }, axes: { ...on, 'actor-in-control': 'ai' } })
  const all = [strategy('a', on, ['a~0'])]

  it('[I10] is not shown below five people who answered something', () => {
    expect(readGroup([one, one, one, other], all, axes)).toBeNull()
    expect(readGroup([one, one, one, other, answers({}), answers({})], all, axes)).toBeNull()
  })

  it('[I10] is shown as counts, equal answers each', () => {
    const group = readGroup([one, one, one, one, other], all, axes)
    expect(group?.n).toBe(5)
    expect(group?.questions[0]?.counts).toEqual({ bet: 4, unsure: 0, badge: 1 })
    expect(group?.axes.find(({ id }) => id === 'actor-in-control')?.counts).toEqual([
      { value: 'humans', n: 4 },
      { value: 'ai', n: 1 },
      { value: 'none', n: 0 },
    ])
    expect(group?.beliefs).toEqual([{ key: 'a~0', hold: 4, reject: 0 }])
    expect(group?.near[0]).toMatchObject({ slug: 'a', people: 5 })
    expect(group?.near[0]?.distance).toBeCloseTo(1 / 3 / 5)
  })
})
