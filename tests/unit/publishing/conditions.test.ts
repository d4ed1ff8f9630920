import { describe, expect, it } from 'vitest'
import { conditionLines, overriddenOf, overrideSentence } from '../../../domain/publishing/conditions.ts'
import type { Requirement } from '../../../domain/publishing/merge-box.ts'
import { canPublish } from '../../../domain/publishing/merge-box.ts'

const line = (id: Requirement['id'], met: boolean): Requirement => ({ id, met, words: id })

describe('what a ballot asks of its publication', () => {
  it('[B53] [B62] is a line each, and none where it asks for nothing', () => {
    expect(conditionLines({ uninvolved: null, second: null })).toEqual([])
    const open = conditionLines({ uninvolved: { whyNot: 'You voted in it.' }, second: { agreed: [] } })
    expect(open.map(({ id, met }) => [id, met])).toEqual([
      ['closer', false],
      ['second-moderator', false],
    ])
    const done = conditionLines({ uninvolved: { whyNot: null }, second: { agreed: ['Lea Brandt'] } })
    expect(done.every(({ met }) => met)).toBe(true)
    expect(done[1]?.words).toContain('Lea Brandt')
  })

  it('[B63] only completeness and those two are overridden, and only where they are ticked', () => {
    const all = [
      line('ballot', true),
      line('objections', true),
      line('complete', false),
      line('second-moderator', false),
    ]
    expect(canPublish(all)).toBe(false)
    expect(canPublish(all, ['complete'])).toBe(false)
    expect(canPublish(all, overriddenOf(all, ['complete', 'second-moderator']))).toBe(true)
    for (const id of ['ballot', 'snapshot', 'objections', 'base'] as const) {
      expect(overriddenOf([line(id, false)], [id]), id).toEqual([])
      expect(canPublish([line(id, false)], [id]), id).toBe(false)
    }
    // What is met needs no override, so none is said.
    expect(overriddenOf([line('complete', true)], ['complete'])).toEqual([])
  })

  it('[B63] stands in the decision, with its reason', () => {
    expect(overrideSentence([], 'x')).toBe('')
    expect(overrideSentence(['second-moderator', 'complete'], 'The other one is ill.')).toBe(
      ' Published although it was not complete and no second moderator agreed, for this reason: The other one is ill.',
    )
  })
})
