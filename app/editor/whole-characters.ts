import * as Y from 'yjs'

interface Cut {
  index: number
  length: number
}

/** Removals that begin or end inside a character; the insertion that follows at once says what becomes of it. */
const cuts = new WeakMap<Y.XmlText, Cut>()
let kept = false

/**
 * Makes Yjs texts change by whole characters. The editor's binding compares texts by code units, and takes 😁 typed
 * before 😀 for two units put inside 😀, because both begin with the same unit. Yjs then replaces the halves by �, and
 * a half that was put in becomes � on its way to others but not here, so that two people have two documents.
 */
export function keepCharactersWhole(): void {
  if (kept) return
  kept = true
  const { prototype } = Y.XmlText
  const { delete: remove, insert } = prototype

  prototype.delete = function (index, length) {
    if (this.doc && (isInside(this, index) || isInside(this, index + length))) cuts.set(this, { index, length })
    else remove.call(this, index, length)
  }
  prototype.insert = function (index, text, attributes) {
    const cut = cuts.get(this)
    cuts.delete(this)
    const edit = cut?.index === index ? whole(this.toDelta(), cut, text) : { index, length: 0, text }
    if (edit.length > 0) remove.call(this, edit.index, edit.length)
    insert.call(this, edit.index, wellFormed(edit.text), attributes)
  }
}

/** Halves of characters that have lost their other half become �, as they would on the way to others. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** The same edit by whole characters: moved where that is enough, else with the characters that it cuts. */
function whole(delta: { insert: string }[], { index, length }: Cut, text: string) {
  const before = delta.map((part) => part.insert).join('')
  const edited = length === 0 ? text : text === '' ? before.slice(index, index + length) : ''
  const isCut = (at: number) => isPair(before.charCodeAt(at - 1), before.charCodeAt(at))
  if (isCut(index) && edited.endsWith(before.charAt(index - 1))) {
    return { index: index - 1, length, text: text === '' ? '' : before.charAt(index - 1) + text.slice(0, -1) }
  }
  const start = isCut(index) ? index - 1 : index
  const end = isCut(index + length) ? index + length + 1 : index + length
  return {
    index: start,
    length: end - start,
    text: before.slice(start, index) + text + before.slice(index + length, end),
  }
}

/** Does a position stand between the two halves of a character? */
function isInside(text: Y.XmlText, position: number): boolean {
  let at = position
  for (let item = text._start; item && at >= 0; item = item.right) {
    if (item.deleted || !item.countable) continue
    // Halves that Yjs has split apart are � already.
    if (at < item.length) {
      return (
        item.content instanceof Y.ContentString &&
        isPair(item.content.str.charCodeAt(at - 1), item.content.str.charCodeAt(at))
      )
    }
    at -= item.length
  }
  return false
}

function isPair(first: number, second: number): boolean {
  return first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff
}
