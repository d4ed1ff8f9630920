import * as Y from 'yjs'
import { squeeze } from '../domain/anchors/squeeze.ts'
import type { XmlChild } from './prose.ts'
import { childrenOf } from './prose.ts'

/** A run of characters that follow each other in the text and in the document's numbering. */
interface Piece {
  from: number
  client: number
  clock: number
  length: number
}

/** The running text of a section in which every character knows its identity in the document, and the other way. */
export class SectionText {
  /** As words are compared. */
  readonly text: string
  private readonly at: Uint32Array
  private readonly pieces: readonly Piece[]
  private readonly byClient = new Map<number, Piece[]>()

  constructor(raw: string, pieces: readonly Piece[]) {
    const { text, at } = squeeze(raw)
    this.text = text
    this.at = at
    this.pieces = pieces
    for (const piece of pieces) {
      const own = this.byClient.get(piece.client)
      if (own) own.push(piece)
      else this.byClient.set(piece.client, [piece])
    }
    for (const own of this.byClient.values()) own.sort((a, b) => a.clock - b.clock)
  }

  /** The identity of a character of `text`; undefined for a space that stands for a border between blocks. */
  idAt(index: number): Y.ID | undefined {
    const raw = this.at[index]
    if (raw === undefined) return undefined
    const piece = lastUpTo(this.pieces, raw, ({ from }) => from)
    if (!piece || raw >= piece.from + piece.length) return undefined
    return Y.createID(piece.client, piece.clock + raw - piece.from)
  }

  /** Where a character stands in `text`; -1 for one that is not there any more, or not in this section. */
  indexOf({ client, clock }: Y.ID): number {
    const piece = lastUpTo(this.byClient.get(client) ?? [], clock, (one) => one.clock)
    if (!piece || clock >= piece.clock + piece.length) return -1
    const raw = piece.from + clock - piece.clock
    let low = 0
    let high = this.at.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.at[middle] ?? 0) < raw) low = middle + 1
      else high = middle
    }
    return this.at[low] === raw ? low : -1
  }
}

function lastUpTo(list: readonly Piece[], value: number, key: (piece: Piece) => number): Piece | undefined {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (key(list[middle] as Piece) <= value) low = middle + 1
    else high = middle
  }
  return list[low - 1]
}

const blocks = new Set(['paragraph', 'heading', 'quote', 'list', 'listitem'])
const inline = new Set(['link', 'autolink'])
const deepest = 64

/** Reads the prose that `readProse` reads, as text. */
export function readSectionText(root: Y.XmlElement): SectionText {
  const parts: string[] = []
  const pieces: Piece[] = []
  let length = 0
  const add = (text: string) => {
    parts.push(text)
    length += text.length
  }
  const readText = (text: Y.XmlText) => {
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const { str } = item.content
      const last = pieces.at(-1)
      const { client, clock } = item.id
      if (last && last.client === client && last.clock + last.length === clock && last.from + last.length === length)
        last.length += str.length
      else pieces.push({ from: length, client, clock, length: str.length })
      add(str)
    }
  }
  const read = (node: XmlChild, depth: number) => {
    if (node instanceof Y.XmlText) return readText(node)
    const isBlock = blocks.has(node.nodeName)
    if (isBlock || node.nodeName === 'linebreak') add('\n')
    if ((isBlock || inline.has(node.nodeName)) && depth < deepest) {
      for (const child of childrenOf(node)) read(child, depth + 1)
      if (isBlock) add('\n')
    }
  }
  for (const child of childrenOf(root)) read(child, 0)
  return new SectionText(parts.join(''), pieces)
}
