import { diffArrays } from 'diff'
import * as Y from 'yjs'
import { compareWords } from '../domain/compare/words.ts'
import { normaliseBlocks, normaliseInline } from '../domain/prose/normalise.ts'
import type { Block, Inline, List, TextNode } from '../domain/prose/tree.ts'
import { sectionRoot } from './doc-shape.ts'
import type { XmlChild } from './prose.ts'
import {
  attribute,
  childrenOf,
  readBlock,
  readInline,
  setAttribute,
  textAttributes,
  writeBlock,
  writeInline,
  writeList,
} from './prose.ts'

/** Differences between two lists of children beyond which all between the ends are rewritten. */
const mostChanges = 2_000

/** What one child of an element should become. */
interface Wanted {
  /** Equal for a child that already says the same. */
  key: string
  make(): XmlChild
  /** Changes an old child into the wanted one; false when it has to be replaced. */
  edit(old: XmlChild): boolean
}

/**
 * Makes a section say `blocks` by a small edit: blocks, list items and words that stay the same are not touched, so
 * that what others type there at the same time keeps its place, and every word its author.
 */
export function replaceSection(doc: Y.Doc, sectionId: string, blocks: readonly Block[]): void {
  const root = doc.get(sectionRoot(sectionId), Y.XmlElement) as Y.XmlElement
  const wanted = normaliseBlocks(blocks)
  // An editor needs a paragraph to stand in.
  const shown: Block[] = wanted.length > 0 ? wanted : [{ type: 'paragraph', children: [] }]
  doc.transact(() => align(root, blockKey, shown.map(wantedBlock)))
}

function blockKey(child: XmlChild): string {
  const block = readBlock(child)
  if (!block) return ''
  return JSON.stringify(normaliseBlocks([block])[0] ?? block)
}

function wantedBlock(block: Block): Wanted {
  return {
    key: JSON.stringify(block),
    make: () => writeBlock(block),
    edit(old) {
      const was = readBlock(old)
      if (!(old instanceof Y.XmlElement) || was?.type !== block.type) return false
      if (block.type === 'list') return was.type === 'list' && was.ordered === block.ordered && editList(old, block)
      if (block.type === 'heading' && (was.type !== 'heading' || was.level !== block.level)) return false
      align(old, inlineKey, inlineWanted(block.children))
      return true
    },
  }
}

function editList(old: Y.XmlElement, list: List): boolean {
  const items = childrenOf(writeListDetached(list)).map((made): Wanted => {
    const { inline, nested } = itemParts(made)
    return {
      key: itemKey(made),
      make: () => made.clone(),
      edit(item) {
        if (!(item instanceof Y.XmlElement) || nested || itemParts(item).nested) return false
        align(item, inlineKey, inlineWanted(inline))
        return true
      },
    }
  })
  align(old, itemKey, items)
  renumber(old)
  return true
}

/** A list that can be read before it is part of a document of ours. */
function writeListDetached(list: List): Y.XmlElement {
  const scratch = new Y.Doc().getXmlFragment('list')
  scratch.insert(0, [writeList(list)])
  return scratch.get(0) as Y.XmlElement
}

function itemParts(item: XmlChild): { inline: Inline[]; nested: boolean } {
  if (!(item instanceof Y.XmlElement)) return { inline: [], nested: false }
  const nested = childrenOf(item).some((child) => child instanceof Y.XmlElement && child.nodeName === 'list')
  return { inline: normaliseInline(readInline(item)), nested }
}

function itemKey(item: XmlChild): string {
  if (!(item instanceof Y.XmlElement)) return ''
  const lists = childrenOf(item)
    .map((child) => readBlock(child))
    .filter((block) => block?.type === 'list')
  return JSON.stringify([itemParts(item).inline, lists])
}

/** Numbers as Lexical gives them: an item that only holds a nested list does not count. */
function renumber(list: Y.XmlElement): void {
  let number = 1
  for (const item of childrenOf(list)) {
    if (!(item instanceof Y.XmlElement)) continue
    if ((attribute(item, '__value') ?? 1) !== number) setAttribute(item, '__value', number)
    if (!itemParts(item).nested) number += 1
  }
}

/** Neighbouring texts are one child, as in the storage. */
function inlineWanted(nodes: readonly Inline[]): Wanted[] {
  const out: Wanted[] = []
  let run: TextNode[] = []
  const endRun = () => {
    if (run.length > 0) out.push(wantedText(run))
    run = []
  }
  for (const node of nodes) {
    if (node.type === 'text') run.push(node)
    else {
      endRun()
      out.push({ key: JSON.stringify([node]), make: () => writeInline([node])[0] as XmlChild, edit: () => false })
    }
  }
  endRun()
  return out
}

function inlineKey(child: XmlChild): string {
  return JSON.stringify(normaliseInline(readInline(child)))
}

function wantedText(run: readonly TextNode[]): Wanted {
  return {
    key: JSON.stringify(run),
    make: () => writeInline(run)[0] as XmlChild,
    edit(old) {
      if (!(old instanceof Y.XmlText)) return false
      editText(old, run)
      return true
    },
  }
}

function editText(text: Y.XmlText, run: readonly TextNode[]): void {
  const delta = text.toDelta() as { insert: unknown }[]
  if (delta.some(({ insert }) => typeof insert !== 'string')) return
  const before = delta.map(({ insert }) => insert).join('')
  const after = run.map((node) => node.text).join('')
  editWords(text, before, after)
  const plain = { t: null, p: null, i: null }
  text.applyDelta(
    run.map((node, i) => ({ retain: node.text.length, attributes: { ...plain, ...textAttributes(node.marks, i) } })),
  )
}

/** Puts in and takes out whole words, so that each word that stays is still its author's. */
function editWords(text: Y.XmlText, before: string, after: string): void {
  const parts = compareWords(before, after)
  if (parts.every((part) => part.op !== 'kept')) {
    const { start, removed, added } = difference(before, after)
    if (removed > 0) text.delete(start, removed)
    if (added !== '') text.insert(start, added)
    return
  }
  let at = 0
  for (const part of parts) {
    if (part.op === 'removed') text.delete(at, part.text.length)
    else if (part.op === 'added') text.insert(at, part.text)
    if (part.op !== 'removed') at += part.text.length
  }
}

/** The one stretch in which two texts differ; it never cuts a surrogate pair. */
function difference(before: string, after: string): { start: number; removed: number; added: string } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  if (isHighSurrogate(before.charCodeAt(start - 1))) start -= 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1
  return { start, removed: before.length - end - start, added: after.slice(start, after.length - end) }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Turns the children of an element into the wanted ones, leaving equal ones alone. */
function align(parent: Y.XmlElement, keyOf: (child: XmlChild) => string, wanted: readonly Wanted[]): void {
  const old = childrenOf(parent)
  const oldKeys = old.map(keyOf)
  const most = Math.min(old.length, wanted.length)
  let head = 0
  while (head < most && oldKeys[head] === wanted[head]?.key) head += 1
  let tail = 0
  while (tail < most - head && oldKeys.at(-1 - tail) === wanted.at(-1 - tail)?.key) tail += 1

  const oldMiddle = old.slice(head, old.length - tail)
  const newMiddle = wanted.slice(head, wanted.length - tail)
  const was = oldMiddle.map(keyOf)
  const willBe = newMiddle.map((next) => next.key)
  const changes = diffArrays(was, willBe, { maxEditLength: mostChanges }) ?? [
    { removed: true, added: false, count: was.length },
    { removed: false, added: true, count: willBe.length },
  ]
  let [at, fromOld, fromNew] = [head, 0, 0]
  for (let i = 0; i < changes.length; i += 1) {
    const { removed, added, count } = changes[i] as (typeof changes)[number]
    const following = removed && changes[i + 1]?.added ? changes[i + 1] : undefined
    const gone = removed ? count : removed || added ? 0 : count
    const come = following ? following.count : removed ? 0 : count
    if (removed || added) {
      change(parent, at, oldMiddle.slice(fromOld, fromOld + gone), newMiddle.slice(fromNew, fromNew + come))
    }
    if (following) i += 1
    at += come
    fromOld += gone
    fromNew += come
  }
}

/** Turns neighbouring children into the wanted ones, each into the one at its place where that can be. */
function change(parent: Y.XmlElement, start: number, old: readonly XmlChild[], wanted: readonly Wanted[]): void {
  for (const [i, next] of wanted.entries()) {
    const child = old[i]
    if (child && next.edit(child)) continue
    if (child) parent.delete(start + i, 1)
    parent.insert(start + i, [next.make()])
  }
  if (old.length > wanted.length) parent.delete(start + wanted.length, old.length - wanted.length)
}
