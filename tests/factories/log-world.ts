import fc from 'fast-check'
import * as Y from 'yjs'
import type { LogRow } from '../../collab/attribution.ts'
import { sectionRoot, seedUpdate } from '../../collab/doc-shape.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { paragraph } from '../../domain/prose/tree.ts'

/** Each person writes in letters of their own, so that every letter tells who first wrote it. */
export const alphabets: Record<string, string> = { ada: 'abcdefg', ben: 'hijklmn', cho: 'opqrstu' }
export const people = Object.keys(alphabets)

export function firstWriterOf(letter: string): string | null {
  return people.find((person) => alphabets[person]?.includes(letter)) ?? null
}

export const seeded: EntryContent = {
  kind: 'strategy',
  schema: 1,
  title: 'Seed',
  sections: { bet: [...paragraph('WORDS OF THE VERSION'), ...paragraph('AND A SECOND PARAGRAPH')] },
  fields: {},
  declarations: [],
}

export type Act =
  | { do: 'type'; who: number; at: number; letters: number[] }
  | { do: 'delete'; who: number; at: number; length: number }
  | { do: 'bold'; who: number; at: number; length: number }
  | { do: 'split'; who: number; at: number }
  | { do: 'undo' | 'redo' | 'send' | 'receive'; who: number }

const who = fc.nat(people.length - 1)
const at = fc.nat(200)

/** Acts of several people on one section, with delays between what they do and what the server sees. */
export const anyActs: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), who, at, letters: anyLetters() }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('delete' as const), who, at, length: fc.integer({ min: 1, max: 12 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('bold' as const), who, at, length: fc.integer({ min: 1, max: 12 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('split' as const), who, at }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), who }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('send' as const, 'receive' as const), who }) },
  ),
  { maxLength: 80 },
)

function anyLetters() {
  return fc.array(fc.nat(7), { minLength: 1, maxLength: 20 })
}

interface Participant {
  name: string
  doc: Y.Doc
  undo: Y.UndoManager
  unsent: Uint8Array[]
}

/** Plays acts as clients and a server would, and gives the log that the server wrote. */
export function play(acts: readonly Act[], options: { splits?: boolean } = {}): { rows: LogRow[]; server: Y.Doc } {
  const server = new Y.Doc()
  const rows: LogRow[] = []
  const append = (update: Uint8Array, actorId: string) => {
    const emitted: Uint8Array[] = []
    const listen = (bytes: Uint8Array) => emitted.push(bytes)
    server.on('update', listen)
    Y.applyUpdate(server, update)
    server.off('update', listen)
    if (emitted.length > 0) rows.push({ seq: rows.length + 1, actorId, bytes: Y.mergeUpdates(emitted) })
  }
  append(seedUpdate(seeded), 'owner')
  const participants = people.map((name, i): Participant => {
    const doc = new Y.Doc()
    doc.clientID = 100_000 + i
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'server')
    const undo = new Y.UndoManager(doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement, {
      captureTimeout: 0,
      trackedOrigins: new Set(['typing']),
    })
    const one: Participant = { name, doc, undo, unsent: [] }
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') one.unsent.push(update)
    })
    return one
  })
  const send = (one: Participant) => {
    for (const update of one.unsent) append(update, one.name)
    one.unsent = []
  }
  const receive = (one: Participant) =>
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(one.doc)), 'server')
  for (const act of acts) {
    const one = participants[act.who] as Participant
    if (act.do === 'send') send(one)
    else if (act.do === 'receive') receive(one)
    else if (act.do === 'split') {
      // Two people splitting one paragraph at once each keep a copy; whose words are whose cannot be asked then.
      if (options.splits) {
        for (const other of participants) send(other)
        receive(one)
        one.doc.transact(() => perform(one, act), 'typing')
        send(one)
      }
    } else one.doc.transact(() => perform(one, act), 'typing')
  }
  for (const one of participants) send(one)
  return { rows, server }
}

function perform({ name, doc, undo }: Participant, act: Act): void {
  const root = doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement
  const texts = root
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlElement ? child.toArray() : []))
    .filter((child) => child instanceof Y.XmlText)
  if (act.do === 'undo') undo.undo()
  else if (act.do === 'redo') undo.redo()
  else if ('at' in act) {
    const text = texts[act.at % Math.max(1, texts.length)]
    if (!text) return
    const place = act.at % (text.length + 1)
    if (act.do === 'type') {
      text.insert(place, act.letters.map((n) => alphabets[name]?.[n] ?? ' ').join(''))
    } else if (act.do === 'split') {
      const tail = text
        .toString()
        .replace(/<[^>]*>/g, '')
        .slice(place)
      const index = root.toArray().indexOf(text.parent as Y.XmlElement)
      text.delete(place, text.length - place)
      const next = new Y.XmlElement('paragraph')
      next.insert(0, [new Y.XmlText(tail)])
      root.insert(index + 1, [next])
    } else {
      const length = Math.min(act.length, text.length - place)
      if (length <= 0) return
      if (act.do === 'delete') text.delete(place, length)
      else text.format(place, length, { p: { __format: 1 } })
    }
  }
}
