import * as Y from 'yjs'
import type { Decoded, DeleteRange, Struct } from './decode-update.ts'
import { limits } from './limits.ts'

const { most, share, ofDraft } = limits.removal

/**
 * How many characters of prose an update removes, where that is much at once ([A7]); 0 where it is not. Text that it
 * brings in counts against what it removes, because a block that changes its kind is written anew.
 *
 * @param list the new structs of the update.
 */
export function textRemoved(doc: Y.Doc, { deletes }: Decoded, list: readonly Struct[]): number {
  const seen = new Set<Struct>()
  let removed = 0
  for (const [client, ranges] of deletes) {
    const structs = doc.store.clients.get(client)
    if (structs) for (const range of ranges) removed += removedIn(structs, range, seen)
  }
  if (removed <= share * ofDraft) return 0
  for (const struct of list) {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) removed -= struct.length
  }
  if (removed > most) return removed
  const whole = textOf(doc)
  return whole >= ofDraft && removed > share * whole ? removed : 0
}

function removedIn(structs: readonly Struct[], { clock, len }: DeleteRange, seen: Set<Struct>): number {
  const end = clock + len
  const last = structs.at(-1)
  if (!last || clock >= last.id.clock + last.length) return 0
  let removed = 0
  for (let i = Y.findIndexSS(structs as Struct[], clock); i < structs.length; i += 1) {
    const struct = structs[i]
    if (!struct || struct.id.clock >= end) break
    const from = Math.max(clock, struct.id.clock)
    const upTo = Math.min(end, struct.id.clock + struct.length)
    removed += lengthOf(struct, upTo - from, seen)
  }
  return removed
}

/** Text in a struct that goes when it is deleted: its own, or all that is inside it. */
function lengthOf(struct: Struct, part: number, seen: Set<Struct>): number {
  if (!(struct instanceof Y.Item) || struct.deleted) return 0
  if (struct.content instanceof Y.ContentString) {
    // A part of a string may be named again; the whole of one is counted once.
    if (part === struct.length && seen.has(struct)) return 0
    seen.add(struct)
    return part
  }
  if (!(struct.content instanceof Y.ContentType) || seen.has(struct)) return 0
  seen.add(struct)
  let inside = 0
  for (let child = struct.content.type._start; child; child = child.right) {
    inside += lengthOf(child, child.length, seen)
  }
  return inside
}

/** Characters of prose in a document. */
function textOf(doc: Y.Doc): number {
  let length = 0
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString) {
        length += struct.length
      }
    }
  }
  return length
}
