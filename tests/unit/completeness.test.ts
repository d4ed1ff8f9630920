import { describe, expect, it } from 'vitest'
import { completeness, missing } from '../../domain/entries/completeness.ts'
import type { EntryContent, EntryKind } from '../../domain/entries/kinds.ts'
import { axisIds, entryKinds, kinds } from '../../domain/entries/kinds.ts'
import { paragraph } from '../../domain/prose/tree.ts'

function blank(kind: EntryKind, title = ''): EntryContent {
  return { kind, schema: 1, title, sections: {}, fields: {}, declarations: [] }
}

function fullStrategy(): EntryContent {
  const sections = Object.fromEntries(kinds.strategy.sections.map(({ id }) => [id, paragraph(`About ${id}.`)]))
  const axes = Object.fromEntries(axisIds.map((axis) => [axis, 'some-value']))
  return { ...blank('strategy', 'Slow start'), sections, fields: { lever: 'speed', pull: '-', ...axes } }
}

const lacks = (content: EntryContent) => missing(completeness(content)).map(({ id }) => id)

describe('completeness', () => {
  it('[D10] asks of a strategy title, bet, mechanism, lever, pull and five coordinates', () => {
    expect(lacks(blank('strategy'))).toEqual([
      'title',
      'section/bet',
      'section/mechanism',
      'section/falsification',
      'section/threshold',
      'field/lever',
      'field/pull',
      ...axisIds.map((axis) => `field/${axis}`),
    ])
    expect(lacks(fullStrategy())).toEqual([])
  })

  it.each([
    ['falsification', 'no-falsification-reason'],
    ['threshold', 'no-threshold-reason'],
  ])('[D11] takes a reason instead of the %s', (section, reason) => {
    const content = fullStrategy()
    delete content.sections[section]
    expect(lacks(content)).toEqual([`section/${section}`])
    content.fields[reason] = 'Nobody has found one in two hearings.'
    expect(lacks(content)).toEqual([])
    expect(completeness(content).find(({ id }) => id === `section/${section}`)?.state).toBe('reason')
    content.fields[reason] = '  '
    expect(lacks(content)).toEqual([`section/${section}`])
  })

  it.each(entryKinds.filter((kind) => kind !== 'strategy'))('[D12] asks of a %s title and first section', (kind) => {
    const first = kinds[kind].sections[0]?.id ?? ''
    expect(lacks(blank(kind))).toEqual(['title', `section/${first}`])
    expect(lacks({ ...blank(kind, 'A title'), sections: { [first]: paragraph('Words.') } })).toEqual([])
  })

  it('[D13] lists everything else without requiring it, and blank text as empty', () => {
    const content = { ...fullStrategy(), sections: { ...fullStrategy().sections, 'binds-next': paragraph('   ') } }
    const item = completeness(content).find(({ id }) => id === 'section/binds-next')
    expect(item).toMatchObject({ state: 'empty', required: false, anchor: 'section-binds-next' })
    expect(lacks({ ...content, title: '  ' })).toEqual(['title'])
  })

  it('names every section and every field that can be empty exactly once', () => {
    for (const kind of entryKinds) {
      const ids = completeness(blank(kind)).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { id } of kinds[kind].sections) expect(ids).toContain(`section/${id}`)
    }
  })
})
