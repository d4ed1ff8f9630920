import * as Y from 'yjs'
import type { EntryContent, EntryKind } from '../domain/entries/kinds.ts'
import { kinds } from '../domain/entries/kinds.ts'
import { Graveyard, gap } from '../domain/history/graveyard.ts'
import type { AuthoredRun, AuthoredText } from '../domain/history/returned.ts'
import { addRun, authorsWithin, returnedAuthors } from '../domain/history/returned.ts'
import { Authorship } from './authorship.ts'
import { readContent, sectionRoot } from './doc-shape.ts'
import { quietDocument } from './quiet-document.ts'
import type { Effects } from './row-effects.ts'
import { effectsOf, Places } from './row-effects.ts'

/** One row of a document's log. */
export interface LogRow {
  seq: number
  actorId: string
  bytes: Uint8Array
}

/** What one row did, for its sender. Characters are UTF-16 units of prose. */
export interface RowEffect {
  sections: ReadonlySet<string>
  /** Keys of the fields map. */
  fields: ReadonlySet<string>
  inserted: number
  removed: number
}

/** Shorter inserted text than three words can be is not looked up among what was taken out. */
const shortestReturned = 5

/**
 * Replays a document's log and knows who wrote what (history SPEC [H2] to [H5]). Deleted text is kept, because words
 * that come back are their first author's.
 */
export class Attribution {
  readonly kind: EntryKind
  readonly doc = quietDocument({ gc: false })
  readonly authorship: Authorship
  /** The last row applied. */
  seq = 0
  private readonly places: Places
  private readonly graveyards = new Map<string, Graveyard>()
  private lastRemoved: Y.Item | null = null
  private collected: Effects[] = []
  private sender = ''

  /** @param owners who owns which client id; read while replaying, so it may grow. */
  constructor(kind: EntryKind, owners: ReadonlyMap<number, string> = new Map()) {
    this.kind = kind
    this.authorship = new Authorship(owners)
    for (const { id } of kinds[kind].sections) this.doc.get(sectionRoot(id), Y.XmlElement)
    this.places = new Places(this.doc)
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      for (const [client, after] of transaction.afterState) {
        if ((transaction.beforeState.get(client) ?? 0) < after) this.authorship.sent(client, this.sender)
      }
      const effects = effectsOf(transaction, this.places)
      this.collected.push(effects)
      this.attribute(effects)
    })
  }

  /** Applies the next row. @throws Error when a row is missing before it. */
  apply({ seq, actorId, bytes }: LogRow): RowEffect {
    if (seq !== this.seq + 1) throw new Error(`row ${this.seq + 1} of the log is missing`)
    this.sender = actorId
    this.collected = []
    Y.applyUpdate(this.doc, bytes, 'replay')
    this.seq = seq
    const count = (items: readonly Y.Item[]) => items.reduce((sum, item) => sum + item.length, 0)
    return {
      sections: new Set(this.collected.flatMap((effects) => [...effects.sections])),
      fields: new Set(this.collected.flatMap((effects) => [...effects.fields])),
      inserted: this.collected.reduce((sum, effects) => sum + count(effects.insertedText), 0),
      removed: this.collected.reduce((sum, effects) => sum + count(effects.removedText), 0),
    }
  }

  content(): EntryContent {
    return readContent(this.doc, this.kind)
  }

  private attribute({ insertedText, removedText }: Effects): void {
    const taken = this.textsByParent(removedText)
    for (const run of joined(insertedText)) this.attributeRun(run, taken)
    for (const { section, text, first, last } of taken) {
      const graveyard = this.graveyards.get(section) ?? new Graveyard()
      this.graveyards.set(section, graveyard)
      graveyard.add(text, last.right !== null && last.right === this.lastRemoved)
      this.lastRemoved = first
    }
  }

  private attributeRun(items: readonly Y.Item[], taken: readonly Taken[]): void {
    const [first] = items
    const section = first && this.places.of(first)?.section
    if (!first || section === undefined) return
    const text = items.map((item) => (item.content as Y.ContentString).str).join('')
    const sender = this.authorship.ownerOf(first.id.client)
    const moved = taken.find((other) => other.text.text === text)?.text.runs
    const returned =
      moved ??
      (text.length < shortestReturned
        ? [{ length: text.length, by: sender }]
        : returnedAuthors(text, this.removedFrom(section, taken), sender))
    let at = 0
    for (const item of items) {
      const runs = (moved ? undefined : this.undone(item)) ?? authorsWithin(returned, at, item.length)
      this.authorship.except(item.id.client, item.id.clock, runs)
      at += item.length
    }
  }

  /** Undoing a deletion puts a copy right before what was deleted. A single letter may be typed again by chance. */
  private undone(item: Y.Item): AuthoredRun[] | undefined {
    if (item.rightOrigin === null) return undefined
    const { client, clock } = item.rightOrigin
    const { str } = item.content as Y.ContentString
    const runs: AuthoredRun[] = []
    let read = 0
    while (read < str.length) {
      if (clock + read >= Y.getState(this.doc.store, client)) return undefined
      const deleted: Y.Item = Y.getItem(this.doc.store, { client, clock: clock + read })
      if (!deleted.deleted || !(deleted.content instanceof Y.ContentString)) return undefined
      if (str.length === 1 && deleted.length > 1) return undefined
      const own = this.authorship.textOf(deleted)
      const skip = clock + read - deleted.id.clock
      const length = Math.min(own.text.length - skip, str.length - read)
      if (own.text.slice(skip, skip + length) !== str.slice(read, read + length)) return undefined
      for (const run of authorsWithin(own.runs, skip, length)) addRun(runs, run.length, run.by)
      read += length
    }
    return runs
  }

  private removedFrom(section: string, taken: readonly Taken[]): AuthoredText {
    const before = this.graveyards.get(section)?.all()
    const parts = [...(before ? [before] : []), ...taken.map((part) => part.text)]
    const runs: AuthoredRun[] = []
    for (const part of parts) {
      for (const run of part.runs) addRun(runs, run.length, run.by)
      addRun(runs, gap.length, null)
    }
    return { text: parts.map((part) => part.text + gap).join(''), runs }
  }

  /** What a change took out, one text for each run of text it was in, in the order of reading. */
  private textsByParent(removed: readonly Y.Item[]): Taken[] {
    const byParent = new Map<unknown, Set<Y.Item>>()
    for (const item of removed) {
      const group = byParent.get(item.parent)
      if (group) group.add(item)
      else byParent.set(item.parent, new Set([item]))
    }
    return [...byParent].flatMap(([parent, group]) => {
      const items = group.size === 1 ? [...group] : inOrder(parent as Y.AbstractType<unknown>, group)
      const [first] = items
      const last = items.at(-1)
      const section = first && this.places.of(first)?.section
      if (!first || !last || section === undefined) return []
      const text: AuthoredText = { text: '', runs: [] }
      for (const item of items) {
        const own = this.authorship.textOf(item)
        text.text += own.text
        for (const run of own.runs) addRun(text.runs, run.length, run.by)
      }
      return [{ section, text, first, last }]
    })
  }
}

interface Taken {
  section: string
  text: AuthoredText
  first: Y.Item
  last: Y.Item
}

function inOrder(parent: Y.AbstractType<unknown>, items: ReadonlySet<Y.Item>): Y.Item[] {
  const ordered: Y.Item[] = []
  for (let item = parent._start; item && ordered.length < items.size; item = item.right) {
    if (items.has(item)) ordered.push(item)
  }
  return ordered
}

/** Inserted items that read as one text: neighbours in one run, with at most formatting between. */
function joined(items: readonly Y.Item[]): Y.Item[][] {
  const runs: Y.Item[][] = []
  let last: Y.Item | undefined
  for (const item of items) {
    let before = item.left
    while (before && (before.deleted || !before.countable)) before = before.left
    if (last && before === last) runs.at(-1)?.push(item)
    else runs.push([item])
    last = item
  }
  return runs
}
