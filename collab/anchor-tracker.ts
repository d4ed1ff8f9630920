import * as Y from 'yjs'
import type { Words } from '../domain/anchors/rules.ts'
import { lookalikes, occurrences, wordsAt } from '../domain/anchors/rules.ts'
import type { Ends } from './anchors.ts'
import { endsAt, indexOfEnds, readEnd, standingWords } from './anchors.ts'
import { sectionRoot } from './doc-shape.ts'
import type { SectionText } from './section-text.ts'
import { readSectionText } from './section-text.ts'

export interface TrackedAnchor extends Ends, Words {
  id: string
  /** Id of the section. */
  section: string
  state: 'placed' | 'orphaned'
}

/** Of every writer, how many of its characters there were. */
type Known = ReadonlyMap<number, number>

interface Tracked extends TrackedAnchor {
  /** What the document knew before the change that removed an end of the words; undefined while both stand. */
  lost: Known | undefined
  /**
   * A passage that could be mistaken for the words stood beside them, or nobody looked whether one did; what is written
   * since may be that one.
   */
  alike: boolean
}

export interface AnchorChange extends Ends, Pick<Words, 'before' | 'after'> {
  id: string
  state: 'placed' | 'orphaned'
  /** Only its context is another. */
  contextOnly: boolean
}

/**
 * Follows anchors through the changes of one document (domain/anchors SPEC [N7]–[N12]). It is told of changes in the
 * order of the log, and may look at the document less often than it is told; the document may be ahead of what it was
 * told, never behind.
 */
export class AnchorTracker {
  private readonly doc: Y.Doc
  private readonly anchors = new Map<string, Tracked>()
  private readonly known: Map<number, number>
  private readonly sections = new Map<unknown, string>()
  /** Sections in which an anchor may be placed otherwise than at the last look. */
  private readonly open = new Set<string>()

  /** @param pending changes that the document has already and that are told next. */
  constructor(doc: Y.Doc, pending: readonly Uint8Array[] = []) {
    this.doc = doc
    this.known = stateOf(doc)
    doc.on('afterTransaction', ({ changed }: Y.Transaction) => this.changed(changed.keys()))
    for (const bytes of pending) {
      for (const { id } of Y.decodeUpdate(bytes).structs) {
        this.known.set(id.client, Math.min(id.clock, this.known.get(id.client) ?? 0))
      }
    }
  }

  get size(): number {
    return this.anchors.size
  }

  has(id: string): boolean {
    return this.anchors.has(id)
  }

  /**
   * Follows one more; look before the document changes again. One that is orphaned already is found in what is written
   * from here on. Of one that went unseen, nobody knows what stood beside it.
   */
  add(anchor: TrackedAnchor): void {
    const dead = !this.stands(anchor.start) || !this.stands(anchor.end)
    this.anchors.set(anchor.id, {
      ...anchor,
      lost: dead && anchor.state === 'orphaned' ? new Map(this.known) : undefined,
      alike: dead && anchor.state === 'placed',
    })
    this.sections.set(this.rootOf(anchor.section), anchor.section)
    this.open.add(anchor.section)
  }

  /** A change of the document, in the order of the log. */
  commit(bytes: Uint8Array): void {
    const { structs, ds } = Y.decodeUpdate(bytes)
    let before: Known | undefined
    for (const anchor of ds.clients.size === 0 ? [] : this.anchors.values()) {
      if (anchor.lost || !(removes(ds.clients, anchor.start) || removes(ds.clients, anchor.end))) continue
      before ??= new Map(this.known)
      anchor.lost = before
      this.open.add(anchor.section)
    }
    for (const { id, length } of structs) {
      this.known.set(id.client, Math.max(id.clock + length, this.known.get(id.client) ?? 0))
    }
  }

  /**
   * Places anew every anchor of a section that has changed since the last look.
   *
   * @param settled the tracker was told of everything that is in the document. While it was not, an anchor whose words
   * have gone in a change still to come stays as it is.
   * @returns what is different since the last look.
   */
  look(settled: boolean): AnchorChange[] {
    const texts = new Map<string, SectionText>()
    const changes: AnchorChange[] = []
    const sections = new Set(this.open)
    this.open.clear()
    for (const anchor of this.anchors.values()) {
      if (!sections.has(anchor.section)) continue
      const text = texts.get(anchor.section) ?? readSectionText(this.rootOf(anchor.section))
      texts.set(anchor.section, text)
      const before = { ...anchor }
      this.place(anchor, text, settled)
      const moved = before.state !== anchor.state || before.start !== anchor.start || before.end !== anchor.end
      if (!moved && before.before === anchor.before && before.after === anchor.after) continue
      const { id, state, start, end } = anchor
      changes.push({ id, state, start, end, before: anchor.before, after: anchor.after, contextOnly: !moved })
    }
    return changes
  }

  private place(anchor: Tracked, section: SectionText, settled: boolean): void {
    const { first, last } = indexOfEnds(section, anchor)
    if (first >= 0 && last >= 0) {
      anchor.lost = undefined
      const words = standingWords(section, anchor)
      anchor.state = words ? 'placed' : 'orphaned'
      if (!words) return
      Object.assign(anchor, contextOf(section.text, words))
      anchor.alike ||= lookalikes(section.text, anchor).some((start) => start !== words.start)
      return
    }
    if (!anchor.lost && !settled) {
      this.open.add(anchor.section)
      return
    }
    anchor.lost ??= new Map(this.known)
    const { lost } = anchor
    anchor.alike ||= lookalikes(section.text, anchor).some((start) => !isNew(section, anchor.quote, start, lost))
    const found = candidates(section, anchor, { first, last }, lost)
    const [start, another] = found
    if (start !== undefined && another === undefined) {
      const words = { start, end: start + anchor.quote.length }
      Object.assign(anchor, endsAt(section, words.start, words.end), contextOf(section.text, words))
      anchor.state = 'placed'
      anchor.lost = undefined
      return
    }
    anchor.state = 'orphaned'
    // Two that are both certain are neither, also when one of them goes ([N10]).
    if (another !== undefined) anchor.alike = true
  }

  private rootOf(section: string): Y.XmlElement {
    return this.doc.get(sectionRoot(section), Y.XmlElement) as Y.XmlElement
  }

  /** Notes the sections that changed types belong to; each type on the way is walked through once. */
  private changed(types: Iterable<unknown>): void {
    const seen = new Set<unknown>()
    for (const type of types) {
      if (this.open.size === this.sections.size) return
      let one = type
      while (one instanceof Y.AbstractType && !seen.has(one)) {
        seen.add(one)
        const section = this.sections.get(one)
        if (section !== undefined) this.open.add(section)
        one = one._item?.parent
      }
    }
  }

  private stands(end: string): boolean {
    const id = readEnd(end)
    if (!id || Y.getState(this.doc.store, id.client) <= id.clock) return false
    return !Y.getItem(this.doc.store, id).deleted
  }
}

/** Where the words may have been written again ([N8]–[N10]). */
function candidates(
  section: SectionText,
  words: Tracked,
  { first, last }: { first: number; last: number },
  lost: Known,
): number[] {
  const { quote } = words
  if (first < 0 && last < 0) {
    if (words.alike) return []
    return lookalikes(section.text, words).filter((start) => isNew(section, quote, start, lost))
  }
  return occurrences(section.text, quote).filter((start) => {
    const end = start + quote.length - 1
    return first >= 0 ? start === first && isNewAt(section, end, lost) : end === last && isNewAt(section, start, lost)
  })
}

function isNew(section: SectionText, quote: string, start: number, lost: Known): boolean {
  for (let i = start; i < start + quote.length; i += 1) if (!isNewAt(section, i, lost)) return false
  return true
}

function isNewAt(section: SectionText, index: number, lost: Known): boolean {
  const id = section.idAt(index)
  return id === undefined || id.clock >= (lost.get(id.client) ?? 0)
}

function contextOf(text: string, { start, end }: { start: number; end: number }): Pick<Words, 'before' | 'after'> {
  const { before, after } = wordsAt(text, start, end)
  return { before, after }
}

function removes(deletes: ReadonlyMap<number, readonly { clock: number; len: number }[]>, end: string): boolean {
  const id = readEnd(end)
  return (
    id !== undefined &&
    (deletes.get(id.client) ?? []).some(({ clock, len }) => clock <= id.clock && id.clock < clock + len)
  )
}

function stateOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}
