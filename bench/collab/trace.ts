import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { sectionRoot } from '../../collab/doc-shape.ts'
import { typistSection } from './typist.ts'

/** At a position, take away so many characters and put in a text. */
type Patch = readonly [at: number, remove: number, insert: string]

const edits = 259_778
const finalLength = 104_852

/**
 * The editing history of a paper, keystroke by keystroke (benchmark B4): from the file that `BENCH_TRACE` names, in the
 * form of github.com/josephg/editing-traces, or made by a seeded generator to the same size.
 */
function readTrace(): { source: string; patches: readonly Patch[] } {
  const file = process.env.BENCH_TRACE
  if (!file) return { source: 'generated, of the size of B4', patches: generated() }
  const bytes = readFileSync(file)
  const text = file.endsWith('.gz') ? gunzipSync(bytes) : bytes
  const { txns } = JSON.parse(text.toString('utf8')) as { txns: { patches: Patch[] }[] }
  return { source: 'B4', patches: txns.flatMap(({ patches }) => patches) }
}

/** Mostly typing forward, now and then a jump elsewhere, deletions a letter at a time. */
function generated(): Patch[] {
  let state = 20_261_124
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
  const removals = (edits - finalLength) / 2
  const share = removals / edits
  const patches: Patch[] = []
  let length = 0
  let caret = 0
  let toRemove = 0
  while (patches.length < edits) {
    if (random(1_500) < 2) caret = random(length + 1)
    const left = edits - patches.length
    const mustGrow = finalLength - length >= left
    if (toRemove === 0 && random(1_000) < (share * 1_000) / 12) toRemove = 1 + random(30)
    if (!mustGrow && caret > 0 && toRemove > 0) {
      toRemove -= 1
      caret -= 1
      length -= 1
      patches.push([caret, 1, ''])
    } else {
      patches.push([caret, 0, String.fromCharCode(97 + random(26))])
      caret += 1
      length += 1
    }
  }
  return patches
}

export interface TraceDocument {
  source: string
  /** One update per edit, and before them the paragraph that the text stands in. */
  updates: Uint8Array[]
  state: Uint8Array
}

/**
 * The trace as a draft: its text stands in one paragraph of a section, in the form in which Lexical's second binding
 * keeps it (an XmlText in a `paragraph` element under `s/<section>`), so that admission takes it like any writing.
 * Line ends stay characters of that text, which the binding would keep as elements of their own: the bytes are about
 * the same, and every edit of the trace stays one edit.
 */
export function traceDocument(clientId: number): TraceDocument {
  const { source, patches } = readTrace()
  const doc = new Y.Doc()
  doc.clientID = clientId
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = new Y.XmlText()
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    ;(doc.get(sectionRoot(typistSection), Y.XmlElement) as Y.XmlElement).insert(0, [paragraph])
  })
  for (const [at, remove, insert] of patches) {
    doc.transact(() => {
      if (remove > 0) text.delete(at, remove)
      if (insert !== '') text.insert(at, insert)
    })
  }
  return { source, updates, state: Y.encodeStateAsUpdate(doc) }
}
