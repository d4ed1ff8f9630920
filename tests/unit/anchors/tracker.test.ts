import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { AnchorTracker } from '../../../collab/anchor-tracker.ts'
import { endsAt } from '../../../collab/anchors.ts'
import { sectionRoot } from '../../../collab/doc-shape.ts'
import { readSectionText } from '../../../collab/section-text.ts'
import { wordsAt } from '../../../domain/anchors/rules.ts'

const first = 'Time is what is missing, and a treaty would buy it for everybody.'

/** A section of some blocks with one anchor, and what a look says of it. */
function world(quote: string, blocks: string[] = [first, 'A second block.']) {
  const doc = new Y.Doc()
  const log: Uint8Array[] = []
  const root = doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement
  const change = (work: (root: Y.XmlElement) => void) => doc.transact(() => work(root))
  change(() => root.insert(0, blocks.map(block)))
  const tracker = new AnchorTracker(doc)
  doc.on('update', (update: Uint8Array) => log.push(update))
  const text = readSectionText(root)
  const start = text.text.indexOf(quote)
  const end = start + quote.length
  tracker.add({
    id: 'a',
    section: 'bet',
    state: 'placed',
    ...wordsAt(text.text, start, end),
    ...endsAt(text, start, end),
  })
  let state = 'placed'
  const look = (told = true) => {
    if (told) for (const update of log.splice(0)) tracker.commit(update)
    const [found] = tracker.look(told)
    state = found?.state ?? state
    return { state, before: found?.before, start: found?.start }
  }
  return { doc, root, change, look, text: (at = 0) => (root.get(at) as Y.XmlElement).get(0) as Y.XmlText }
}

function block(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

describe('an anchor in a document', () => {
  it('[N7] [N12] stays on its words whatever is written around them, and follows its context', () => {
    const { look, text } = world('a treaty')
    text().insert(0, 'It is said: ')
    expect(look()).toMatchObject({ state: 'placed' })
    text().insert('It is said: Time is what is missing, and '.length, 'perhaps ')
    expect(look()).toMatchObject({ state: 'placed', before: expect.stringMatching(/and perhaps $/) })
  })

  it('[N7] is orphaned while something stands between its ends, and placed when it goes', () => {
    const { look, text } = world('a treaty')
    const at = first.indexOf('treaty')
    text().insert(at, 'big ')
    expect(look().state).toBe('orphaned')
    text().delete(at, 4)
    expect(look().state).toBe('placed')
  })

  it('[N8] follows a move and a split, each of which writes the words anew', () => {
    const { root, change, look, text } = world('a treaty would buy')
    change(() => {
      root.delete(0, 1)
      root.insert(1, [block(first)])
    })
    expect(look().state).toBe('placed')
    const at = first.indexOf('a treaty')
    change(() => {
      text(1).delete(at, first.length - at)
      root.insert(2, [block(first.slice(at))])
    })
    expect(look().state).toBe('placed')
  })

  it('[N9] with one end left is looked for at that end alone', () => {
    const { look, text } = world('a treaty would buy')
    const at = first.indexOf('would buy')
    text().delete(at, 9)
    expect(look().state).toBe('orphaned')
    text().insert(first.length - 9, ' They say a treaty would buy it for everybody.')
    expect(look().state).toBe('orphaned')
    text().insert(at, 'would buy')
    expect(look().state).toBe('placed')
  })

  it('[N10] of two passages written since is on neither, also when one goes', () => {
    const { root, change, look } = world('a treaty would buy')
    change(() => {
      root.delete(0, 1)
      root.insert(0, [block(first), block(first)])
    })
    expect(look().state).toBe('orphaned')
    root.delete(1, 1)
    expect(look().state).toBe('orphaned')
    // Nor where that one is moved.
    change(() => {
      root.delete(0, 1)
      root.insert(0, [block(first)])
    })
    expect(look().state).toBe('orphaned')
  })

  it('[N10] does not go to what stood beside its words, nor to where that is moved', () => {
    const { root, change, look } = world('a treaty would buy', [first, first])
    expect(look().state).toBe('placed')
    root.delete(0, 1)
    expect(look().state).toBe('orphaned')
    change(() => {
      root.delete(0, 1)
      root.insert(0, [block('Between.'), block(first)])
    })
    expect(look().state).toBe('orphaned')
  })

  it('[N9] [N10] that went before anybody looked is not found: a lookalike may have stood beside it', () => {
    const doc = new Y.Doc()
    const root = doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement
    root.insert(0, [block(first), block(first)])
    const text = readSectionText(root)
    const anchor = { section: 'bet', ...wordsAt(text.text, 0, first.length), ...endsAt(text, 0, first.length) }
    const pending: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => pending.push(update))
    doc.transact(() => {
      root.delete(0, 2)
      root.insert(0, [block(first)])
    })
    const tracker = new AnchorTracker(doc, pending)
    tracker.add({ id: 'a', state: 'placed', ...anchor })
    for (const update of pending) tracker.commit(update)
    expect(tracker.look(true)).toMatchObject([{ state: 'orphaned' }])
  })

  it('reads only sections that have changed since the last look, and those that wait for a change', () => {
    const { doc, root, look, text } = world('a treaty would buy')
    const read = vi.spyOn(root, 'toArray')
    const reads = () => read.mock.calls.splice(0).length
    look()
    reads()
    const other = doc.get(sectionRoot('mechanism'), Y.XmlElement) as Y.XmlElement
    other.insert(0, [block(first)])
    expect(look().state).toBe('placed')
    expect(reads()).toBe(0)
    text().insert(0, 'Deep in a block. ')
    look()
    expect(reads()).toBe(1)
    root.delete(0, 1)
    expect(look(false).state).toBe('placed')
    expect(look().state).toBe('orphaned')
    expect(reads()).toBe(2)
  })

  it('[N11] comes back with its words, and waits for a change that it was not told of', () => {
    const { root, look } = world('a treaty would buy')
    root.delete(0, 1)
    expect(look(false).state).toBe('placed')
    expect(look().state).toBe('orphaned')
    root.insert(0, [block(first)])
    expect(look().state).toBe('placed')
  })
})
