import { describe, expect, it } from 'vitest'
import { barOf } from '../../app/editor/bar.ts'
import type { Connection } from '../../app/editor/connection-state.ts'
import { isUnsaved, isWritable, noConnection } from '../../app/editor/connection-state.ts'
import { staticFields } from '../../app/editor/field-store.ts'
import { rowsOf } from '../../app/editor/fields/rows.ts'
import { peopleOf } from '../../app/editor/presence-state.ts'
import { closeCodes } from '../../collab/close-codes.ts'

const online: Connection = { ...noConnection, open: true, loaded: true, synced: true, write: true }
const bar = (change: Partial<Connection>, readOnly: string | null = null, now = 10_000) =>
  barOf({ ...online, ...change }, readOnly, now)

describe('connection bar', () => {
  it('says saved only when every change is confirmed', () => {
    expect(bar({ local: 3, saved: 3 }).text).toBe('Synced · all changes saved')
    expect(bar({ local: 3, saved: 2, unsavedSince: 9_000 }).text).toBe('Saving…')
  })

  it('tells a lost right from a site that is read only for everybody', () => {
    const lost = { ...online, write: false, local: 2, saved: 1 }
    expect(barOf(lost, null, 10_000).text).toMatch(/^You may no longer write in this draft\. 1 change/)
    const frozen = barOf({ ...lost, stopped: closeCodes.notAllowed }, null, 10_000, true)
    expect(frozen.text).toMatch(/^Nobody can write at the moment: the whole site is read only\. 1 change/)
  })

  it('does not flicker: saving shows after 600 ms', () => {
    expect(bar({ local: 3, saved: 2, unsavedSince: 9_500 }).text).not.toBe('Saving…')
    expect(bar({ local: 3, saved: 2, unsavedSince: 9_399 }).text).toBe('Saving…')
  })

  it('does not say saved in the moment before it would say saving', () => {
    for (const unsavedSince of [null, 9_400, 9_999, 10_000]) {
      expect(bar({ local: 3, saved: 2, unsavedSince }).text).toBe('Connected')
    }
  })

  it('counts what is kept while offline and offers a copy', () => {
    const { text, actions } = bar({ open: false, synced: false, local: 14, saved: 0, retrying: true })
    expect(text).toContain('14 changes kept on this page')
    expect(text).toContain('Keep writing')
    expect(actions).toEqual(['retry', 'download'])
  })

  it('says where text is kept, and does not call restored text saved before it is confirmed', () => {
    const away = { open: false, synced: false, local: 14, retrying: true, kept: true }
    expect(bar(away).text).toContain('14 changes kept on this device. Keep writing.')
    expect(bar({ proven: false }).text).toBe('Connected')
  })

  it('says why the connection is lost and when it comes back, the seconds apart from the words', () => {
    const lost = { open: false, synced: false, retrying: true, retryAt: 15_000 }
    expect(bar({ ...lost, lastCode: closeCodes.restarting })).toMatchObject({ retryIn: 5 })
    expect(bar({ ...lost, lastCode: closeCodes.restarting }).text).toContain('The server is restarting.')
    expect(bar({ ...lost, lastCode: closeCodes.overloaded }).text).toContain('The server is full')
    expect(bar({ ...lost, lastCode: closeCodes.rateLimited }).text).toContain('too many windows')
    expect(bar({ stopped: 1009, open: false, local: 1 }).text).toContain('too large')
  })

  it('says when a document is damaged, and asks before much is removed', () => {
    expect(bar({ quarantined: true, write: false }).text).toContain('The document is damaged')
    const sent = bar({ quarantined: true, write: false, stopped: 4403, local: 2 })
    expect(sent.text).toContain('The document is damaged; this is how it last was whole. 2 changes not sent')
    expect(sent.actions).toEqual(['retry', 'download'])
    expect(isWritable({ ...online, quarantined: true }, true)).toBe(false)
    expect(bar({ removal: 12_345 })).toMatchObject({ actions: ['meant', 'take-back', 'download'] })
  })

  it('does not call a page connected before the document is complete', () => {
    expect(bar({ synced: false, loaded: false, open: true }).text).toContain('Connecting')
    expect(bar({ synced: false, retrying: true }).text).toContain('Reconnecting')
  })

  it('says why a page is read-only', () => {
    expect(bar({}, 'Ask the owner.').text).toBe('Read-only. Ask the owner.')
    expect(bar({ write: false }).text).toContain('no longer write')
  })

  it.each(Object.entries(closeCodes).filter(([, code]) => code >= 4400 && code < 4500))(
    'keeps what was typed and offers it when closed with %s',
    (_reason, code) => {
      const { text, actions, tone } = bar({ open: false, stopped: code, local: 2, saved: 1 })
      expect(tone).toBe('bad')
      expect(text).toContain('1 change not sent; the text stays on this page')
      expect(actions).toContain('download')
    },
  )

  it('never says saved while anything is unconfirmed or not connected', () => {
    for (const change of [{ open: false }, { synced: false }, { stopped: 4403 }, { degraded: true }]) {
      expect(bar({ local: 1, saved: 0, unsavedSince: 0, ...change }).text).not.toContain('all changes saved')
    }
  })

  it('lets people type only into a complete document that takes their changes', () => {
    expect(isWritable(online, true)).toBe(true)
    expect(isWritable({ ...online, open: false, synced: false }, true)).toBe(true)
    expect(isWritable({ ...online, loaded: false }, true)).toBe(false)
    expect(isWritable({ ...online, write: false }, true)).toBe(false)
    expect(isWritable({ ...online, stopped: closeCodes.unknownRoom }, true)).toBe(false)
    expect(isWritable(online, false)).toBe(false)
    expect(isUnsaved({ ...online, local: 2, saved: 1 })).toBe(true)
  })
})

describe('presence', () => {
  const state = (id: string, name: string, section?: string) => ({
    user: { id, name, colour: '#1F5FA8' },
    ...(section ? { section, focusing: true } : {}),
  })

  it('shows a person with several tabs once, oneself first', () => {
    const states = new Map<number, unknown>([
      [1, state('b', 'Ben', 'bet')],
      [2, state('a', 'Ada')],
      [3, state('b', 'Ben', 'mechanism')],
      [4, { cursor: 'from an unknown client' }],
      [5, null],
    ])
    const people = peopleOf(states, 'a')
    expect(people.map(({ name, own, sections }) => ({ name, own, sections }))).toEqual([
      { name: 'Ada', own: true, sections: [] },
      { name: 'Ben', own: false, sections: ['bet', 'mechanism'] },
    ])
  })
})

describe('fields before the document is there', () => {
  it('reads content under the keys of the shared document', () => {
    const store = staticFields({
      kind: 'strategy',
      schema: 1,
      title: 'Slow start',
      sections: {},
      fields: { lever: 'speed', tags: ['b', 'a'], vintages: [{ year: '2020', text: 'First' }, { year: '2024' }] },
      declarations: [{ kind: 'conflict', to: 'acceleration', rationale: 'Opposite.' }],
    })
    expect(store.get('title')).toBe('Slow start')
    expect(store.get('lever')).toBe('speed')
    expect(store.members('tags')).toEqual([
      ['a', true],
      ['b', true],
    ])
    expect(store.get('conflict/acceleration')).toBe('Opposite.')
    expect(rowsOf(store.members('vintages')).map(({ row }) => row.year)).toEqual(['2020', '2024'])
  })

  it('orders rows by their order, then by id, and passes over what is no row', () => {
    const rows = rowsOf([
      ['z', { order: 1, text: 'second' }],
      ['a', { order: 1, text: 'first' }],
      ['b', { order: 0, text: 'zeroth' }],
      ['x', 'not a row'],
    ])
    expect(rows.map(({ row }) => row.text)).toEqual(['zeroth', 'first', 'second'])
  })
})
