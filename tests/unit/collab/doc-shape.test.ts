import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fieldsRoot, isKnownRoot, readContent, sectionRoot, seedUpdate, titleKey } from '../../../collab/doc-shape.ts'
import { setField } from '../../../collab/set-field.ts'
import { normaliseContent } from '../../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
import { entryKinds, kinds } from '../../../domain/entries/kinds.ts'
import { paragraph } from '../../../domain/prose/tree.ts'

const person: EntryContent = {
  kind: 'person',
  schema: 1,
  title: 'Ada Rose Cannon',
  sections: { body: paragraph('Works on the open web.') },
  fields: {
    role: 'Engineer',
    categories: ['open-source', 'web'],
    affiliations: [
      { org: 'W3C', role: 'Chair', current: true },
      { org: 'Samsung', role: 'Developer', end: '2022' },
    ],
    positions: [
      {
        strategy: 'open-source-maximalism',
        stance: 'endorses',
        summary: 'Openness first.',
        sources: [
          { title: 'Talk', publisher: 'W3C', url: 'https://example.org/', medium: 'video', date: '2024-05-01' },
        ],
      },
    ],
  },
  declarations: [],
}

function docOf(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

describe('the shape of a document', () => {
  it('[S1] has the roots of its kind and no others', () => {
    expect(isKnownRoot('strategy', 'fields')).toBe(true)
    expect(isKnownRoot('strategy', 's/bet')).toBe(true)
    expect(isKnownRoot('concept', 's/bet')).toBe(false)
    expect(isKnownRoot('strategy', 's/constructor')).toBe(false)
    expect(isKnownRoot('strategy', 'bet')).toBe(false)
  })

  it('[S3] the same content gives the same bytes, and seeding twice changes nothing', () => {
    expect(seedUpdate(person)).toEqual(seedUpdate(structuredClone(person)))
    const doc = docOf(seedUpdate(person), seedUpdate(person))
    expect(readContent(doc, 'person')).toEqual(normaliseContent(person))
  })

  it.each(entryKinds)('[S3] every section of a %s has a paragraph to stand in', (kind) => {
    const doc = docOf(seedUpdate({ kind, schema: 1, title: '', sections: {}, fields: {}, declarations: [] }))
    for (const { id } of kinds[kind].sections) {
      expect((doc.get(sectionRoot(id), Y.XmlElement) as Y.XmlElement).toString()).toContain('<paragraph>')
    }
  })

  it('[S5] passes over what the kind does not know', () => {
    const doc = docOf(seedUpdate(person))
    const map = doc.getMap(fieldsRoot)
    map.set('lever', 'speed')
    map.set('constructor', 'x')
    map.set('categories/', true)
    map.set('expertise', 7)
    map.set('positions/odd', 'not a row')
    map.set('affiliations/none', { unknown: 'x' })
    map.set('conflict/pause', 'people declare nothing')
    expect(readContent(doc, 'person')).toEqual(normaliseContent(person))
  })

  it('[S2] rows stand in their order, whoever added them first', () => {
    const doc = docOf(seedUpdate(person))
    doc.getMap(fieldsRoot).set('affiliations/zz', { org: 'First', order: 0.5 })
    const { affiliations } = readContent(doc, 'person').fields
    expect((affiliations as { org: string }[]).map(({ org }) => org)).toEqual(['First', 'W3C', 'Samsung'])
  })

  it('[S2] two people who change different members of a set both keep their change', () => {
    const a = docOf(seedUpdate(person))
    const b = docOf(Y.encodeStateAsUpdate(a))
    setField(a, 'person', 'categories', ['open-source', 'web', 'policy'])
    setField(b, 'person', 'categories', ['web'])
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    expect(readContent(a, 'person').fields.categories).toEqual(['policy', 'web'])
  })

  it('[S2] setting a field says exactly that, touches nothing else, and clears when empty', () => {
    const doc = docOf(seedUpdate(person))
    setField(doc, 'person', titleKey, 'Ada')
    setField(doc, 'person', 'role', '')
    setField(doc, 'person', 'affiliations', [{ org: 'W3C', role: 'Chair', current: true }])
    const content = readContent(doc, 'person')
    expect(content.title).toBe('Ada')
    expect(content.fields).toEqual({
      categories: person.fields.categories,
      positions: person.fields.positions,
      affiliations: [{ org: 'W3C', role: 'Chair', current: true }],
    })
    const before = Y.encodeStateVector(doc)
    setField(doc, 'person', 'affiliations', [{ org: 'W3C', role: 'Chair', current: true }])
    setField(doc, 'person', titleKey, 'Ada')
    expect(Y.encodeStateVector(doc)).toEqual(before)
    expect(() => setField(doc, 'person', 'lever', 'speed')).toThrow('no field lever')
    expect(() => setField(doc, 'person', 'role', ['x'])).toThrow('wrong type')
  })
})
