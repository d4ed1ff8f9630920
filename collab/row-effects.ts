import * as Y from 'yjs'
import { fieldsRoot } from './doc-shape.ts'

/** Items that one transaction put in or took out, as far as a reader sees them. */
export interface Effects {
  /** Text that is there now and was not before, by client and clock. */
  insertedText: Y.Item[]
  /** Text that was there before and is not now, by client and clock. */
  removedText: Y.Item[]
  /** Sections and keys of the fields map that changed in any way, formatting included. */
  sections: Set<string>
  fields: Set<string>
}

/** What a transaction did, read from its own bookkeeping. Call it before Yjs merges neighbouring items. */
export function effectsOf(transaction: Y.Transaction, places: Places): Effects {
  const effects: Effects = { insertedText: [], removedText: [], sections: new Set(), fields: new Set() }
  const { doc, beforeState, afterState, deleteSet } = transaction
  for (const [client, after] of afterState) {
    const before = beforeState.get(client) ?? 0
    if (before === after) continue
    const structs = doc.store.clients.get(client) ?? []
    for (let i = Y.findIndexSS(structs, before); i < structs.length; i += 1) {
      const item = structs[i]
      if (!(item instanceof Y.Item) || item.deleted) continue
      note(effects, places.of(item))
      if (item.content instanceof Y.ContentString && places.of(item)?.section) effects.insertedText.push(item)
    }
  }
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? []
    const before = beforeState.get(client) ?? 0
    for (const { clock, len } of ranges) {
      if (clock >= before) continue
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i += 1) {
        const item = structs[i]
        if (!item || item.id.clock >= Math.min(clock + len, before)) break
        if (!(item instanceof Y.Item)) continue
        note(effects, places.of(item))
        if (item.content instanceof Y.ContentString && places.of(item)?.section) effects.removedText.push(item)
      }
    }
  }
  return effects
}

export interface Place {
  section?: string
  field?: string
}

/** Where in the document an item stands. */
export class Places {
  private readonly roots = new WeakMap<object, string>()
  private readonly doc: Y.Doc

  constructor(doc: Y.Doc) {
    this.doc = doc
  }

  of(item: Y.Item): Place | undefined {
    const root = this.rootOf(item.parent)
    if (root === undefined) return undefined
    if (root !== fieldsRoot) return { section: root.slice(2) }
    return item.parentSub === null ? undefined : { field: item.parentSub }
  }

  private rootOf(type: Y.Item['parent']): string | undefined {
    if (!(type instanceof Y.AbstractType)) return undefined
    const known = this.roots.get(type)
    if (known !== undefined) return known
    const above = type._item
    let root: string | undefined
    if (above) root = this.rootOf(above.parent)
    else for (const [name, shared] of this.doc.share) if (shared === type) root = name
    if (root !== undefined) this.roots.set(type, root)
    return root
  }
}

function note(effects: Effects, place: Place | undefined): void {
  if (place?.section) effects.sections.add(place.section)
  if (place?.field) effects.fields.add(place.field)
}
