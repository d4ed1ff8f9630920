import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fieldsRoot, sectionRoot, seedUpdate, titleKey } from '../../../collab/doc-shape.ts'
import type { Given } from '../../../server/collab/admission.ts'
import { judgeUpdate } from '../../../server/collab/admission.ts'
import { sampleContent } from '../../factories/draft-world.ts'
import { rawUpdate } from '../../factories/raw-update.ts'

const bet = sectionRoot('bet')
const mallory = { actorId: 'mallory', mayRemoveMuch: true }

function world(): Given & { clients: Map<number, string> } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate(sampleContent))
  return { doc, kind: 'strategy', clients: new Map([[1, 'server']]) }
}

function verdictOf(given: Given, update: Uint8Array, sender = mallory): string {
  const before = Y.encodeStateAsUpdate(given.doc)
  const roots = [...given.doc.share.keys()]
  const verdict = judgeUpdate(given, update, sender)
  expect(Y.encodeStateAsUpdate(given.doc)).toEqual(before)
  expect([...given.doc.share.keys()]).toEqual(roots)
  return verdict.admitted ? 'admitted' : verdict.why
}

/** Admits and applies, as a room does. */
function take(given: Given & { clients: Map<number, string> }, update: Uint8Array, sender = mallory): void {
  const verdict = judgeUpdate(given, update, sender)
  if (!verdict.admitted) throw new Error(`${verdict.why}: ${verdict.detail}`)
  for (const client of verdict.newClients) given.clients.set(client, sender.actorId)
  Y.applyUpdate(given.doc, update)
  expect(given.doc.store).toMatchObject({ pendingStructs: null, pendingDs: null })
}

const paragraph = { parent: bet, content: { element: 'paragraph' } }

describe('[A1], [A3] what Yjs could not take in as a whole is refused before it is applied', () => {
  const cases: [string, Uint8Array, string][] = [
    [
      'a text without length',
      rawUpdate([{ client: 70_001, structs: [{ parent: bet, content: { text: '' } }] }]),
      'malformed',
    ],
    [
      'a deleted run without length',
      rawUpdate([{ client: 70_001, structs: [{ parent: bet, content: { deleted: 0 } }] }]),
      'malformed',
    ],
    ['a gap without length', rawUpdate([{ client: 70_001, structs: [{ gc: 0 }] }]), 'malformed'],
    [
      'an item that stands behind its own successor',
      rawUpdate([{ client: 70_001, structs: [{ origin: [70_001, 1], content: { element: 'paragraph' } }, paragraph] }]),
      'malformed',
    ],
    [
      'an item inside itself',
      rawUpdate([{ client: 70_001, structs: [{ parent: [70_001, 0], content: { element: 'list' } }] }]),
      'malformed',
    ],
    [
      'two writers that wait for each other',
      rawUpdate([
        { client: 70_002, structs: [{ origin: [1, 0], rightOrigin: [70_001, 0], content: { element: 'paragraph' } }] },
        { client: 70_001, structs: [{ origin: [1, 0], rightOrigin: [70_002, 0], content: { element: 'paragraph' } }] },
      ]),
      'malformed',
    ],
    [
      'three writers that wait for each other further on',
      rawUpdate([
        { client: 70_003, structs: [paragraph, { origin: [70_002, 1], content: { element: 'paragraph' } }] },
        { client: 70_002, structs: [paragraph, { origin: [70_001, 1], content: { element: 'paragraph' } }] },
        { client: 70_001, structs: [paragraph, { origin: [70_003, 1], content: { element: 'paragraph' } }] },
      ]),
      'malformed',
    ],
    [
      'one writer in two runs',
      rawUpdate([
        { client: 70_001, structs: [paragraph] },
        { client: 70_001, clock: 1, structs: [{ origin: [70_001, 0], content: { element: 'paragraph' } }] },
      ]),
      'malformed',
    ],
    [
      'one writer in a second, empty run',
      rawUpdate([
        { client: 70_001, structs: [paragraph] },
        { client: 70_001, clock: 1, structs: [] },
      ]),
      'malformed',
    ],
    ['a deletion without length', rawUpdate([], [{ client: 99_999, ranges: [[0, 0]] }]), 'malformed'],
    ['a deletion of what is not here', rawUpdate([], [{ client: 1, ranges: [[0, 1_000_000]] }]), 'incomplete'],
    [
      'an unknown root in what is here already',
      rawUpdate([{ client: 1, structs: [{ parent: 'evil', content: { deleted: 1 } }] }]),
      'shape',
    ],
    [
      'a strange neighbour of what is here already',
      rawUpdate([{ client: 1, structs: [{ origin: [5, 9], content: { deleted: 1 } }] }]),
      'incomplete',
    ],
    ['a gap in the clocks', rawUpdate([{ client: 70_001, clock: 5, structs: [paragraph] }]), 'incomplete'],
  ]
  it.each(cases)('%s', (_name, update, why) => {
    expect(verdictOf(world(), update)).toBe(why)
  })

  it('but writers that build on each other in turn may come in one update', () => {
    const given = world()
    take(
      given,
      rawUpdate([
        { client: 70_002, structs: [{ origin: [70_001, 0], content: { element: 'paragraph' } }] },
        { client: 70_001, structs: [paragraph, { origin: [70_002, 0], content: { element: 'paragraph' } }] },
      ]),
    )
    expect((given.doc.get(bet, Y.XmlElement) as Y.XmlElement).toString()).toContain('<paragraph></paragraph>'.repeat(3))
  })
})

describe('[A6] a place is judged also where it is only inherited', () => {
  it('not the rest of a text that hangs among the blocks', () => {
    const given = world()
    take(given, rawUpdate([{ client: 70_001, structs: [paragraph] }]))
    take(given, rawUpdate([{ client: 70_002, structs: [{ parent: [70_001, 0], content: { xmlText: true } }] }]))
    // The first letter is said to be where the paragraph is; the second would hang behind the paragraph.
    const rest = rawUpdate([{ client: 70_001, structs: [{ parent: [70_002, 0], content: { text: 'ab' } }] }])
    expect(verdictOf(given, rest)).toBe('shape')
  })

  it('but the rest of a text in its place', () => {
    const given = world()
    take(
      given,
      rawUpdate([{ client: 70_002, structs: [paragraph, { parent: [70_002, 0], content: { xmlText: true } }] }]),
    )
    take(given, rawUpdate([{ client: 70_001, structs: [{ parent: [70_002, 1], content: { text: 'a' } }] }]))
    take(given, rawUpdate([{ client: 70_001, structs: [{ parent: [70_002, 1], content: { text: 'ab' } }] }]))
    expect((given.doc.get(bet, Y.XmlElement) as Y.XmlElement).toString()).toContain('<paragraph>ab</paragraph>')
  })

  it('not a key that comes from the neighbour', () => {
    const given = world()
    const doc = new Y.Doc()
    doc.clientID = 70_001
    doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    take(given, Y.encodeStateAsUpdate(doc))
    const inherits = (content: { any: unknown[] } | { element: string }) =>
      rawUpdate([{ client: 70_002, structs: [{ origin: [70_001, 0], content }] }])
    expect(verdictOf(given, inherits({ any: [{ a: 1 }] }))).toBe('shape')
    expect(verdictOf(given, inherits({ element: 'paragraph' }))).toBe('shape')
    expect(verdictOf(given, inherits({ any: ['Stop'] }))).toBe('admitted')
  })
})

it('[A6] a value may come with earlier ones, which an undo keeps, and each of them is judged', () => {
  const given = world()
  const tag = (...values: string[]) =>
    rawUpdate([
      {
        client: 70_001,
        structs: [
          { parent: bet, content: { element: 'heading' } },
          { parent: [70_001, 0], key: '__tag', content: { any: values } },
        ],
      },
    ])
  expect(verdictOf(given, tag('h2', 'h3'))).toBe('admitted')
  expect(verdictOf(given, tag('script', 'h3'))).toBe('shape')
  expect(verdictOf(given, tag())).toBe('malformed')
})

describe('[A4] client ids', () => {
  const write = (client: number) => rawUpdate([{ client, structs: [paragraph] }])

  it('are bound to the first who writes; other windows of the same person may bring them', () => {
    const given = world()
    take(given, write(70_001), { actorId: 'ada', mayRemoveMuch: true })
    const next = rawUpdate([
      { client: 70_001, clock: 1, structs: [{ origin: [70_001, 0], content: { element: 'paragraph' } }] },
    ])
    expect(verdictOf(given, next)).toBe('foreign-client')
    expect(verdictOf(given, next, { actorId: 'ada', mayRemoveMuch: true })).toBe('admitted')
    expect(verdictOf(given, write(70_001))).toBe('admitted')
  })

  it('of somebody who is seen here and has not written yet are not free', () => {
    const given = { ...world(), presentAs: (client: number) => (client === 70_007 ? 'ada' : undefined) }
    expect(verdictOf(given, write(70_007))).toBe('foreign-client')
    expect(verdictOf(given, write(70_007), { actorId: 'ada', mayRemoveMuch: true })).toBe('admitted')
    expect(verdictOf(given, write(70_008))).toBe('admitted')
  })

  it('below 65,536 are nobody’s', () => {
    expect(verdictOf(world(), write(65_535))).toBe('foreign-client')
    expect(verdictOf(world(), write(65_536))).toBe('admitted')
  })
})

it('[A6] an item stands between neighbours: not before the middle of a run whose beginning it leaves out', () => {
  const given = world()
  const [client, deleted] = [70_001, 3]
  take(
    given,
    rawUpdate([
      {
        client,
        structs: [
          paragraph,
          { parent: [client, 0], content: { xmlText: true } },
          { parent: [client, 1], content: { text: 'abcdef' } },
        ],
      },
    ]),
  )
  take(given, rawUpdate([], [{ client, ranges: [[deleted, 3]] }]))
  const between = (left: number, right: number) =>
    rawUpdate([
      { client: 70_002, structs: [{ origin: [client, left], rightOrigin: [client, right], content: { text: 'x' } }] },
    ])
  expect(verdictOf(given, between(2, 7))).toBe('shape')
  expect(verdictOf(given, between(2, 6))).toBe('shape')
  expect(verdictOf(given, between(5, 6))).toBe('admitted')
  expect(verdictOf(given, between(6, 7))).toBe('admitted')
})

describe('[A7] a change that removes much at once', () => {
  const guest = { actorId: 'mallory', mayRemoveMuch: false }

  function long(characters: number) {
    const given = world()
    take(
      given,
      rawUpdate([
        {
          client: 70_001,
          structs: [
            paragraph,
            { parent: [70_001, 0], content: { xmlText: true } },
            { parent: [70_001, 1], content: { text: 'x'.repeat(characters) } },
          ],
        },
      ]),
    )
    return given
  }
  const remove = (clock: number, length: number) => rawUpdate([], [{ client: 70_001, ranges: [[clock, length]] }])

  it('is held, whether it names the text or only the block around it', () => {
    expect(verdictOf(long(8_000), remove(2, 8_000), guest)).toBe('held')
    expect(verdictOf(long(8_000), remove(0, 1), guest)).toBe('held')
    expect(verdictOf(long(8_000), remove(0, 8_002), guest)).toBe('held')
    expect(verdictOf(long(8_000), remove(0, 8_002))).toBe('admitted')
  })

  it('is not a paragraph, nor most of a short draft, nor text that is written anew in the same change', () => {
    expect(verdictOf(long(8_000), remove(2, 1_500), guest)).toBe('admitted')
    expect(verdictOf(long(3_000), remove(2, 3_000), guest)).toBe('admitted')
    const anew = rawUpdate(
      [
        {
          client: 70_002,
          structs: [
            { parent: bet, content: { element: 'quote' } },
            { parent: [70_002, 0], content: { xmlText: true } },
            { parent: [70_002, 1], content: { text: 'x'.repeat(7_900) } },
          ],
        },
      ],
      [{ client: 70_001, ranges: [[0, 8_002]] }],
    )
    expect(verdictOf(long(8_000), anew, guest)).toBe('admitted')
  })

  it('is more than 20,000 characters in any draft', () => {
    expect(verdictOf(long(200_000), remove(2, 20_001), guest)).toBe('held')
    expect(verdictOf(long(200_000), remove(2, 20_000), guest)).toBe('admitted')
  })

  it('says how much, counting nothing twice', () => {
    const twice = rawUpdate(
      [],
      [
        {
          client: 70_001,
          ranges: [
            [0, 1],
            [2, 8_000],
            [2, 8_000],
          ],
        },
      ],
    )
    expect(judgeUpdate(long(8_000), twice, guest)).toMatchObject({ why: 'held', removed: 8_000 })
  })
})
