import * as Y from 'yjs'
import { reservedClients } from '../../collab/doc-shape.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { limits } from './limits.ts'
import { checkShape } from './shape.ts'

/** Why an update was not admitted. `incomplete` is no fault: something it builds on has not arrived. */
export type Refusal = 'malformed' | 'incomplete' | 'foreign-client' | 'shape' | 'too-large'

export type Verdict =
  /** `newClients`: client ids that nobody owned before. */
  { admitted: true; newClients: number[] } | { admitted: false; why: Refusal; detail: string }

interface Given {
  doc: Y.Doc
  kind: EntryKind
  clients: ReadonlyMap<number, string>
}

export type Struct = Y.Item | Y.GC

/** The structs of an update that the document does not have yet, and how to find any struct by its id. */
export interface NewStructs {
  list: readonly Struct[]
  /** A struct of the document or of the update; undefined if neither has it. */
  find(id: Y.ID): { struct: Struct; inDocument: boolean } | undefined
}

/**
 * Decodes an update and decides, before anything is applied, whether it may enter the document (SPEC [A1]–[A6]).
 * Its parts that the document already has are not judged: a full resync carries everybody's text.
 */
export function judgeUpdate({ doc, kind, clients }: Given, bytes: Uint8Array, actorId: string): Verdict {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(bytes)
  } catch {
    return refuse('malformed', 'this is not an update')
  }
  if (decoded.structs.length > limits.structsPerUpdate) return refuse('too-large', 'too many changes in one update')

  const found = newStructs(doc, decoded.structs)
  if ('why' in found) return { admitted: false, ...found }
  const deletes = judgeDeletes(decoded.ds, found.known)
  if (deletes) return deletes

  const newClients: number[] = []
  for (const client of found.writers) {
    if (client < reservedClients) return refuse('foreign-client', `client ${client} belongs to the server`)
    const owner = clients.get(client)
    if (owner === undefined) newClients.push(client)
    else if (owner !== actorId) return refuse('foreign-client', `client ${client} belongs to somebody else`)
  }
  if (newClients.length > limits.newClientsPerUpdate) return refuse('too-large', 'too many writers in one update')

  const wrong = checkShape(kind, doc, found)
  return wrong === undefined ? { admitted: true, newClients } : refuse('shape', wrong)
}

interface Found extends NewStructs {
  writers: ReadonlySet<number>
  /** First clock of a client that neither the document nor the update has. */
  known(client: number): number
}

function newStructs(doc: Y.Doc, structs: readonly (Struct | Y.Skip)[]): Found | { why: Refusal; detail: string } {
  const groups = new Map<number, Struct[]>()
  const reached = new Map<number, number>()
  const writers = new Set<number>()
  const list: Struct[] = []
  const known = (client: number) => reached.get(client) ?? Y.getState(doc.store, client)
  let current: number | undefined
  let added = 0
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (client !== current) {
      if (groups.has(client)) return { why: 'malformed', detail: 'one writer appears twice' }
      groups.set(client, [])
      current = client
    }
    const end = clock + struct.length
    if (!Number.isSafeInteger(end) || end > 2 ** 31) return { why: 'malformed', detail: 'a clock is out of range' }
    const upTo = known(client)
    if (clock > upTo || (struct instanceof Y.Skip && end > upTo))
      return { why: 'incomplete', detail: 'a gap in the clocks' }
    if (struct instanceof Y.Skip) continue
    groups.get(client)?.push(struct)
    if (end <= upTo) continue
    list.push(struct)
    writers.add(client)
    added += end - upTo
    reached.set(client, end)
  }
  if (added > limits.documentBytes) return { why: 'too-large', detail: 'more text than a document may hold' }
  const has = (id: Y.ID) => id.clock < known(id.client)
  for (const struct of list) {
    if (struct instanceof Y.Item && !dependencies(struct).every(has)) {
      return { why: 'incomplete', detail: 'it builds on what has not arrived' }
    }
  }
  return {
    list,
    writers,
    known,
    find(id) {
      if (id.clock < Y.getState(doc.store, id.client)) return { struct: Y.getItem(doc.store, id), inDocument: true }
      const struct = structAt(groups.get(id.client) ?? [], id.clock)
      return struct && { struct, inDocument: false }
    },
  }
}

/** A decoded item still has the id of its parent where an integrated one has the parent itself. */
function dependencies({ origin, rightOrigin, parent }: Y.Item): Y.ID[] {
  return [origin, rightOrigin, parent].filter((id): id is Y.ID => id instanceof Y.ID)
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

function judgeDeletes(ds: { clients: Map<number, { clock: number; len: number }[]> }, known: Found['known']) {
  let ranges = 0
  for (const [client, items] of ds.clients) {
    const upTo = known(client)
    ranges += items.length
    if (ranges > limits.deletesPerUpdate) return refuse('too-large', 'too many deletions in one update')
    if (items.some(({ clock, len }) => clock + len > upTo)) {
      return refuse('incomplete', 'it deletes what has not arrived')
    }
  }
  return undefined
}

function refuse(why: Refusal, detail: string): Verdict & { admitted: false } {
  return { admitted: false, why, detail }
}
