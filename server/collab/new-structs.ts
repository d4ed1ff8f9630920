import * as Y from 'yjs'
import { isKnownRoot } from '../../collab/doc-shape.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import type { Decoded, Struct } from './decode-update.ts'
import { limits } from './limits.ts'

/** The structs of an update that the document does not have yet, and how to find any struct by its id. */
export interface NewStructs {
  list: readonly Struct[]
  /** Who wrote them, as Yjs client ids. */
  writers: ReadonlySet<number>
  /** First clock of a client that neither the document nor the update has. */
  known(client: number): number
  /** A struct of the document or of the update; undefined if neither has it. */
  find(id: Y.ID): { struct: Struct; inDocument: boolean } | undefined
}

export interface Unfit {
  why: 'malformed' | 'incomplete' | 'shape' | 'too-large'
  detail: string
}

/**
 * Finds what is new in an update and checks that Yjs can take in all of it at once ([A1], [A3]): no gaps, nothing
 * that is not here, nothing that waits for itself. What is not new is checked as well, because Yjs looks at the
 * neighbours and makes the roots of those parts too before it drops them.
 */
export function newStructs(doc: Y.Doc, kind: EntryKind, { structs, deletes }: Decoded): NewStructs | Unfit {
  const groups = new Map<number, Struct[]>()
  const reached = new Map<number, number>()
  const writers = new Set<number>()
  const list: Struct[] = []
  const known = (client: number) => reached.get(client) ?? Y.getState(doc.store, client)
  let added = 0
  for (const struct of structs) {
    const { client, clock } = struct.id
    const group = groups.get(client) ?? []
    groups.set(client, group)
    const end = clock + struct.length
    if (!Number.isSafeInteger(end) || end > 2 ** 31) return unfit('malformed', 'a clock is out of range')
    if (end <= clock) return unfit('malformed', 'an item without length')
    const upTo = known(client)
    if (clock > upTo || (struct instanceof Y.Skip && end > upTo)) return unfit('incomplete', 'a gap in the clocks')
    if (struct instanceof Y.Skip) continue
    group.push(struct)
    if (end <= upTo) continue
    list.push(struct)
    writers.add(client)
    added += end - upTo
    reached.set(client, end)
  }
  if (added > limits.documentBytes) return unfit('too-large', 'more text than a document may hold')

  for (const group of groups.values()) {
    for (const struct of group) {
      const wrong = struct instanceof Y.Item && wrongDependency(struct, kind, known)
      if (wrong) return wrong
    }
  }
  if (writers.size > 1 && waitsForItself(doc, groups)) return unfit('malformed', 'items that wait for each other')
  return wrongDeletes(deletes, known) ?? { list, writers, known, find: finder(doc, groups) }
}

/** What an item must find in its place when it is taken in. A decoded item still has the id of its parent there. */
function dependencies({ origin, rightOrigin, parent }: Y.Item): Y.ID[] {
  return [origin, rightOrigin, parent].filter((id): id is Y.ID => id instanceof Y.ID)
}

function wrongDependency(item: Y.Item, kind: EntryKind, known: NewStructs['known']): Unfit | undefined {
  const parent: unknown = item.parent
  if (typeof parent === 'string' && !isKnownRoot(kind, parent)) {
    return unfit('shape', `unknown root ${JSON.stringify(parent.slice(0, 64))}`)
  }
  for (const { client, clock } of dependencies(item)) {
    if (clock >= known(client)) return unfit('incomplete', 'it builds on what has not arrived')
    if (client === item.id.client && clock >= item.id.clock) return unfit('malformed', 'an item that builds on itself')
  }
  return undefined
}

function wrongDeletes(deletes: Decoded['deletes'], known: NewStructs['known']): Unfit | undefined {
  for (const [client, ranges] of deletes) {
    const upTo = known(client)
    for (const { clock, len } of ranges) {
      if (len < 1) return unfit('malformed', 'a deletion without length')
      if (clock + len > upTo) return unfit('incomplete', 'it deletes what has not arrived')
    }
  }
  return undefined
}

/** Takes the structs in as Yjs would, one writer at a time, and says whether two writers wait for each other. */
function waitsForItself(doc: Y.Doc, groups: ReadonlyMap<number, readonly Struct[]>): boolean {
  const next = new Map<number, number>()
  const done = (client: number): number => {
    const group = groups.get(client)
    const at = group?.[next.get(client) ?? 0]
    return at ? Math.max(at.id.clock, Y.getState(doc.store, client)) : Number.POSITIVE_INFINITY
  }
  const isMissing = ({ client, clock }: Y.ID) =>
    clock >= Y.getState(doc.store, client) && groups.has(client) && clock >= done(client)

  for (const first of groups.keys()) {
    const waiting = [first]
    for (let client = waiting.at(-1); client !== undefined; client = waiting.at(-1)) {
      const struct = groups.get(client)?.[next.get(client) ?? 0]
      const missing = struct instanceof Y.Item ? dependencies(struct).find(isMissing) : undefined
      if (missing && missing.client !== client) {
        if (waiting.includes(missing.client)) return true
        waiting.push(missing.client)
        continue
      }
      if (struct) next.set(client, (next.get(client) ?? 0) + 1)
      // One that others wait for goes on only until they can.
      if (!struct || waiting.length > 1) waiting.pop()
    }
  }
  return false
}

function finder(doc: Y.Doc, groups: ReadonlyMap<number, readonly Struct[]>): NewStructs['find'] {
  return (id) => {
    if (id.clock < Y.getState(doc.store, id.client)) return { struct: Y.getItem(doc.store, id), inDocument: true }
    const struct = structAt(groups.get(id.client) ?? [], id.clock)
    return struct && { struct, inDocument: false }
  }
}

function structAt(sorted: readonly Struct[], clock: number): Struct | undefined {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = sorted[middle]
    if (!struct) return undefined
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return undefined
}

function unfit(why: Unfit['why'], detail: string): Unfit {
  return { why, detail }
}
