import type * as Y from 'yjs'
import { fieldsRoot } from '#collab/doc-shape.ts'

/** A part of a draft as its page names it: `title`, `section/<id>`, `field/<id>` or `declarations`. */
export type PartName = string

type SharedType = Y.Transaction['changed'] extends Map<infer T, unknown> ? T : never

const declarationKeys = /^(conflict|complement)\//

/** Which parts of a draft a transaction touched, in any way. */
export function partsChanged({ changed, doc }: Y.Transaction): PartName[] {
  const parts = new Set<PartName>()
  for (const [type, keys] of changed) {
    const root = rootOf(type, doc)
    if (root === fieldsRoot) for (const key of keys) parts.add(partOfKey(key ?? ''))
    else if (root?.startsWith('s/')) parts.add(`section/${root.slice(2)}`)
  }
  return [...parts]
}

/**
 * Which parts others changed in a transaction, and with which Yjs client ids. A part where something was only taken
 * away has no client: a removal does not carry one.
 */
export function writersIn(transaction: Y.Transaction): Map<PartName, Set<number>> {
  const { doc, beforeState, afterState } = transaction
  const writers = new Map<PartName, Set<number>>(partsChanged(transaction).map((part) => [part, new Set()]))
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0
    if (end <= start) continue
    for (const struct of doc.store.clients.get(client) ?? []) {
      if (struct.id.clock + struct.length <= start || !('parent' in struct)) continue
      const part = partOfItem(struct as Y.Item, doc)
      if (part) writers.set(part, (writers.get(part) ?? new Set()).add(client))
    }
  }
  return writers
}

function partOfItem(item: Y.Item, doc: Y.Doc): PartName | null {
  const parent = item.parent
  if (typeof parent !== 'object' || parent === null || !('_item' in parent)) return null
  const root = rootOf(parent, doc)
  if (root === fieldsRoot) return partOfKey(item.parentSub ?? '')
  return root?.startsWith('s/') ? `section/${root.slice(2)}` : null
}

function rootOf(type: SharedType, doc: Y.Doc): string | null {
  let here = type
  while (here._item) {
    const { parent } = here._item
    if (typeof parent !== 'object' || parent === null || !('_item' in parent)) return null
    here = parent
  }
  for (const [name, root] of doc.share) if (root === here) return name
  return null
}

/** The part that a key of the fields belongs to. */
export function partOfKey(key: string): PartName {
  if (key === 'title') return 'title'
  if (declarationKeys.test(key)) return 'declarations'
  const slash = key.indexOf('/')
  return `field/${slash === -1 ? key : key.slice(0, slash)}`
}
