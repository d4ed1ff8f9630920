import * as Y from 'yjs'
import { sectionRoot } from '../../collab/doc-shape.ts'
import { isCertain, occurrences, wordsAt } from '../../domain/anchors/rules.ts'
import type { Random } from './random.ts'
import { pick, upTo } from './random.ts'

export const section = 'bet'
const vocabulary = ['alpha ', 'beta ', 'gamma ', 'delta, ', 'so ', 'treaty ', 'it holds. ', '漢字 ', '🙂 ']

/** A character of a document: what it is, its identity, and which character it is however often it was written anew. */
interface Char {
  char: string
  id: string
  origin: string
}

/** Which character each was before it was moved or brought back. A copy is a character of its own. */
export class Origins {
  private readonly of = new Map<string, string>()
  get(id: string): string {
    return this.of.get(id) ?? id
  }
  same(now: string, before: string): void {
    this.of.set(now, this.get(before))
  }
}

const rootOf = (doc: Y.Doc) => doc.get(sectionRoot(section), Y.XmlElement) as Y.XmlElement
const blocksOf = (doc: Y.Doc) => rootOf(doc).toArray() as Y.XmlElement[]
const textsOf = (block: Y.XmlElement) => block.toArray().filter((one): one is Y.XmlText => one instanceof Y.XmlText)

function charsOf(text: Y.XmlText, origins: Origins): Char[] {
  const chars: Char[] = []
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    for (let i = 0; i < item.length; i += 1) {
      const id = `${item.id.client}:${item.id.clock + i}`
      chars.push({ char: item.content.str.charAt(i), id, origin: origins.get(id) })
    }
  }
  return chars
}

/** The section as a person reads it; written apart from what is tested. */
export function readChars(doc: Y.Doc, origins: Origins): Char[] {
  const all: Char[] = []
  const gap = () => {
    if (all.length > 0 && all.at(-1)?.char !== ' ') all.push({ char: ' ', id: '', origin: '' })
  }
  for (const block of blocksOf(doc)) {
    gap()
    for (const text of textsOf(block)) {
      for (const one of charsOf(text, origins)) {
        if (one.char !== ' ') all.push(one)
        else if (all.length > 0 && all.at(-1)?.char !== ' ') all.push(one)
      }
    }
  }
  while (all.at(-1)?.char === ' ') all.pop()
  return all
}

export const textOf = (chars: readonly Char[]): string => chars.map(({ char }) => char).join('')

/** One person's copy of the document. */
export class Writer {
  readonly doc = new Y.Doc()
  readonly out: Uint8Array[] = []
  private readonly undo: Y.UndoManager
  private clipboard: Char[] | null = null
  private readonly origins: Origins

  constructor(client: number, origins: Origins) {
    this.doc.clientID = client
    this.origins = origins
    this.undo = new Y.UndoManager(rootOf(this.doc), { trackedOrigins: new Set(['own']), captureTimeout: 0 })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.out.push(update)
    })
  }

  act(random: Random): void {
    const block = pick(random, blocksOf(this.doc))
    const text = block && textsOf(block)[0]
    if (!block) this.change(() => rootOf(this.doc).insert(0, [made(pick(random, vocabulary))]))
    else if (text) this.edit(random, block, text)
    else this.change(() => block.insert(0, [new Y.XmlText(pick(random, vocabulary))]))
  }

  private edit(random: Random, block: Y.XmlElement, text: Y.XmlText): void {
    const dice = random()
    const from = upTo(random, text.length + 1)
    if (dice < 0.3) this.change(() => text.insert(from, pick(random, vocabulary)))
    else if (dice < 0.45) this.change(() => text.delete(from, Math.min(text.length - from, 1 + upTo(random, 14))))
    else if (dice < 0.5) this.change(() => rootOf(this.doc).delete(blocksOf(this.doc).indexOf(block), 1))
    else if (dice < 0.62) this.move(random, block, text)
    else if (dice < 0.72) this.split(block, text, from)
    else if (dice < 0.77) this.join(block, text)
    else if (dice < 0.84) this.copy(random, text)
    else if (dice < 0.88) this.cut(text, from, 4 + upTo(random, 20))
    else if (dice < 0.92) this.paste(block, text, from)
    else this.takeBack()
  }

  private change(work: () => void): void {
    this.doc.transact(work, 'own')
  }

  /** A block is rewritten elsewhere in one change. */
  private move(random: Random, block: Y.XmlElement, text: Y.XmlText): void {
    const blocks = blocksOf(this.doc)
    const moved = charsOf(text, this.origins)
    const anew = made(textOf(moved))
    this.change(() => {
      rootOf(this.doc).delete(blocks.indexOf(block), 1)
      rootOf(this.doc).insert(upTo(random, blocks.length), [anew])
    })
    this.sameAs(anew, moved, 0)
  }

  private split(block: Y.XmlElement, text: Y.XmlText, from: number): void {
    const tail = charsOf(text, this.origins).slice(from)
    if (tail.length === 0) return
    const anew = made(textOf(tail))
    this.change(() => {
      text.delete(from, tail.length)
      rootOf(this.doc).insert(blocksOf(this.doc).indexOf(block) + 1, [anew])
    })
    this.sameAs(anew, tail, 0)
  }

  private join(block: Y.XmlElement, text: Y.XmlText): void {
    const at = blocksOf(this.doc).indexOf(block)
    const next = blocksOf(this.doc)[at + 1]
    const other = next && textsOf(next)[0]
    const tail = other ? charsOf(other, this.origins) : []
    const { length } = text
    if (tail.length === 0) return
    this.change(() => {
      rootOf(this.doc).delete(at + 1, 1)
      text.insert(length, textOf(tail))
    })
    this.sameAs(block, tail, length)
  }

  /** A lookalike, made while the words stand. */
  private copy(random: Random, text: Y.XmlText): void {
    this.change(() => rootOf(this.doc).insert(upTo(random, blocksOf(this.doc).length + 1), [made(text.toString())]))
  }

  private cut(text: Y.XmlText, from: number, length: number): void {
    const cut = charsOf(text, this.origins).slice(from, from + length)
    if (cut.length === 0) return
    this.clipboard = cut
    this.change(() => text.delete(from, cut.length))
  }

  /** Pasted once it is the words that were cut; pasted again it would be a copy. */
  private paste(block: Y.XmlElement, text: Y.XmlText, from: number): void {
    const cut = this.clipboard
    if (!cut) return
    this.clipboard = null
    this.change(() => text.insert(from, textOf(cut)))
    this.sameAs(block, cut, from)
  }

  private takeBack(): void {
    this.undo.undo()
    this.followUndo()
  }

  take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'server')
  }

  private sameAs(block: Y.XmlElement, before: readonly Char[], from: number): void {
    const chars = charsOf(textsOf(block)[0] as Y.XmlText, this.origins)
    for (const [i, one] of before.entries()) this.origins.same((chars[from + i] as Char).id, one.id)
  }

  private followUndo(): void {
    for (const structs of this.doc.store.clients.values()) {
      for (const item of structs) {
        if (!(item instanceof Y.Item) || !item.redone || !(item.content instanceof Y.ContentString)) continue
        for (let i = 0; i < item.length; i += 1) {
          const now = `${item.redone.client}:${item.redone.clock + i}`
          this.origins.same(now, `${item.id.client}:${item.id.clock + i}`)
        }
      }
    }
  }
}

function made(text: string): Y.XmlElement {
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [new Y.XmlText(text)])
  return block
}

/** Watches which passages can never be the anchored words. */
export class Oracle {
  readonly quote: string
  private words: Char[]
  private readonly ids = new Set<string>()
  private readonly origins = new Set<string>()

  constructor(quote: string, words: Char[]) {
    this.quote = quote
    this.words = words
  }

  /**
   * The document as it is after one change. Whatever stands beside the whole words is not them; and where it reads like
   * them, and stood there when the server looked, neither is what it is moved to.
   */
  see(chars: readonly Char[], looked: boolean): void {
    const text = textOf(chars)
    const key = (list: readonly Char[]) => list.map(({ id }) => id).join()
    const source = (list: readonly Char[]) => list.map(({ origin }) => origin).join()
    const all = occurrences(text, this.quote).map((start) => ({
      start,
      chars: chars.slice(start, start + this.quote.length),
    }))
    const own = all.find((one) => key(one.chars) === key(this.words))
    if (!own) return
    const words = wordsAt(text, own.start, own.start + this.quote.length)
    for (const one of all) {
      if (one === own) continue
      this.ids.add(key(one.chars))
      // Two people who move a passage at the same time make two of it; both are the words.
      if (source(one.chars) === source(own.chars)) continue
      if (looked && isCertain(text, one.start, words)) this.origins.add(source(one.chars))
    }
  }

  /** Judges where an anchor was placed. @returns what is wrong with it, or null. */
  judge(chars: readonly Char[], start: string, end: string): string | null {
    const from = chars.findIndex(({ id }) => id === start)
    const to = chars.findIndex(({ id }) => id === end)
    if (from < 0 || to < from) return 'its ends do not stand'
    const placed = chars.slice(from, to + 1)
    if (textOf(placed) !== this.quote) return `it reads “${textOf(placed)}”`
    if (this.ids.has(placed.map(({ id }) => id).join())) return 'it stood beside the words'
    if (this.origins.has(placed.map(({ origin }) => origin).join())) return 'it is a lookalike that was moved'
    this.words = placed
    return null
  }
}
