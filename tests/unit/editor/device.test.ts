import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { watchAway } from '../../../app/editor/away.ts'
import { asideOf, wordsOf } from '../../../app/editor/device/aside-words.ts'
import { Ledger, MemoryStorage, sum } from '../../../app/editor/device/ledger.ts'
import { databaseName, parseKey, storeKey, unsentKey } from '../../../app/editor/device/names.ts'
import { expendable } from '../../../app/editor/device/sweep.ts'
import { partsChanged } from '../../../app/editor/document-changes.ts'
import { isFinal, reconnectDelay } from '../../../app/editor/reconnect.ts'
import { wordsAndMarks } from '../../../app/editor/watchdog.ts'
import { closeCodes } from '../../../collab/close-codes.ts'
import { fieldsRoot, readContent, sectionRoot, seedUpdate } from '../../../collab/doc-shape.ts'
import { replacedBy } from '../../../collab/messages.ts'
import { sampleContent } from '../../factories/draft-world.ts'

const name = { person: 'noor', draft: 'd1', generation: 1 }
const since = { client: 7, clock: 0 }
const facts = { usedAt: 1_000, title: 'Pause', kind: 'strategy' } as const

function seeded(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate(sampleContent))
  for (const id of Object.keys(sampleContent.sections)) doc.get(sectionRoot(id), Y.XmlElement)
  doc.getMap(fieldsRoot)
  return doc
}

function type(doc: Y.Doc, section: string, text: string): void {
  const root = doc.get(sectionRoot(section), Y.XmlElement) as Y.XmlElement
  const paragraph = new Y.XmlElement('paragraph')
  root.insert(root.length, [paragraph])
  paragraph.insert(0, [new Y.XmlText(text)])
}

describe('what a device keeps', () => {
  it('names a copy by person, draft and generation, so that none of them ever mix', () => {
    const others = [
      { ...name, person: 'jonas' },
      { ...name, draft: 'd2' },
      { ...name, generation: 2 },
    ]
    expect(new Set([name, ...others].map(databaseName)).size).toBe(4)
    expect(parseKey(unsentKey(name, 'tab'))).toEqual({ type: 'unsent', name, page: 'tab' })
    expect(parseKey(storeKey(name))).toEqual({ type: 'store', name, page: null })
    expect(parseKey('folkmoot/unsent/noor/d1/1')).toBeNull()
    expect(parseKey('something/else')).toBeNull()
  })

  it('counts what all pages have not sent, and settles only what has not grown since', () => {
    const ledger = new Ledger(new MemoryStorage())
    ledger.noteStore(name, facts)
    ledger.noteUnsent(name, 'a', { changes: 3, parts: ['section/bet'], since })
    ledger.noteUnsent(name, 'b', { changes: 2, parts: [], since })
    ledger.noteUnsent({ ...name, person: 'jonas' }, 'c', { changes: 7, parts: [], since })
    const seen = ledger.unsentOf(name)
    expect(sum(seen)).toBe(5)
    ledger.noteUnsent(name, 'b', { changes: 4, parts: [], since })
    ledger.settle(seen)
    expect(ledger.stores()).toEqual([{ ...facts, name, unsent: 4 }])
    expect(ledger.newestGeneration('noor', 'd1')).toBe(1)
    expect(ledger.newestGeneration('priya', 'd1')).toBeNull()
  })

  it('removes what was sent of other people and of long ago, and never what was not sent', () => {
    const store = (person: string, usedAt: number, unsent: number) => ({
      ...facts,
      usedAt,
      unsent,
      name: { ...name, person },
    })
    const day = 86_400_000
    const now = 400 * day
    const stores = [
      store('noor', now - day, 0),
      store('noor', now - 31 * day, 0),
      store('noor', now - 31 * day, 1),
      store('jonas', now - day, 0),
      store('jonas', now - day, 5),
    ]
    expect(expendable(stores, 'noor', now)).toEqual([stores[1], stores[3]])
  })

  it('puts aside the words of the parts in which something was not sent, and no others', () => {
    const content = readContent(seeded(), 'strategy')
    expect(wordsOf(content, new Set(['section/bet'])).map(({ label }) => label)).toEqual(['Bet'])
    expect(wordsOf(content, new Set()).length).toBeGreaterThan(1)
  })
})

describe('coming back', () => {
  it('stops after codes that coming back would not change, 1009 among them', () => {
    for (const code of [
      1009,
      closeCodes.signedOut,
      closeCodes.unknownRoom,
      closeCodes.outdated,
      closeCodes.badUpdate,
    ]) {
      expect(isFinal(code)).toBe(true)
    }
    for (const code of [1006, closeCodes.restarting, closeCodes.slow, closeCodes.overloaded, closeCodes.rateLimited]) {
      expect(isFinal(code)).toBe(false)
    }
  })

  it('waits longer each time, within bounds, and spreads people by chance', () => {
    for (const code of [null, 1012, 1013, 4503, 4529]) {
      for (let attempt = 0; attempt < 12; attempt++) {
        const [early, late] = [reconnectDelay(code, attempt, 0), reconnectDelay(code, attempt, 1)]
        expect(late).toBe(early * 2)
        expect(late).toBeLessThanOrEqual(60_000)
        expect(reconnectDelay(code, attempt + 1, 0)).toBeGreaterThanOrEqual(early)
      }
    }
  })

  it('[G2] reads which generation stands now', () => {
    expect(replacedBy('generation 3')).toBe(3)
    expect(replacedBy('page out of date')).toBeNull()
  })

  it('says what others changed meanwhile, by part and client, and nothing after a blink', () => {
    const mine = seeded()
    const theirs = seeded()
    type(theirs, 'mechanism', 'Theirs.')
    theirs.getMap(fieldsRoot).set('coercion', 'treaty')
    const watch = watchAway()
    watch.left(0, 2)
    mine.on('afterTransaction', (transaction: Y.Transaction) => watch.caughtUp(transaction))
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)))
    const notice = watch.back(10_000, 2)
    expect(notice?.sent).toBe(2)
    expect(notice?.changed.sort((a, b) => (a.part < b.part ? -1 : 1))).toEqual([
      { part: 'field/coercion', clients: [theirs.clientID] },
      { part: 'section/mechanism', clients: [theirs.clientID] },
    ])
    watch.left(20_000, 0)
    expect(watch.back(20_500, 0)).toBeNull()
  })

  it('knows which parts a change of one’s own touched', () => {
    const doc = seeded()
    let parts: string[] = []
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      parts = partsChanged(transaction)
    })
    type(doc, 'bet', 'Mine.')
    expect(parts).toEqual(['section/bet'])
    doc.getMap(fieldsRoot).set('tags/new', true)
    expect(parts).toEqual(['field/tags'])
    doc.getMap(fieldsRoot).set('title', 'Halt')
    expect(parts).toEqual(['title'])
  })
})

describe('text of a document that was replaced', () => {
  it('is put aside as what was typed and not sent, without the words around it', () => {
    const doc = seeded()
    const paragraph = (doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement).get(0) as Y.XmlElement
    const text = paragraph.get(0) as Y.XmlText
    text.insert(text.length, ' Sent already.')
    const clock = Y.getState(doc.store, doc.clientID)
    text.insert(text.length, ' Not sent.')
    text.insert(0, 'Nor this. ')
    text.insert(4, 'even ')
    type(doc, 'mechanism', 'A paragraph.')
    doc.getMap(fieldsRoot).set('coercion', 'treaty')
    const about = { at: 5, notes: [{ parts: ['section/bet'], since: { client: doc.clientID, clock } }] }
    const replaced = asideOf(doc, 'strategy', { ...about, why: 'replaced' })
    expect(replaced.parts).toEqual([
      { label: 'Bet', text: 'Nor even this. … Not sent.' },
      { label: 'Mechanism', text: 'A paragraph.' },
      { label: 'Coercion', text: 'treaty' },
    ])
    const [whole] = asideOf(doc, 'strategy', { ...about, why: 'taken-back' }).parts
    expect(whole?.text).toMatch(/^Nor even this\. .+ Sent already\. Not sent\.$/)
  })
})

describe('watchdog', () => {
  it('tells words and marks apart, and passes over blank space and where runs are cut', () => {
    const text = (...children: { type: 'text'; text: string; marks?: ['bold'] }[]) =>
      wordsAndMarks([{ type: 'paragraph', children }])
    const plain = text({ type: 'text', text: 'one two' })
    expect(text({ type: 'text', text: 'one ' }, { type: 'text', text: ' two' })).toBe(plain)
    expect(text({ type: 'text', text: 'one too' })).not.toBe(plain)
    expect(text({ type: 'text', text: 'one two', marks: ['bold'] })).not.toBe(plain)
  })
})
