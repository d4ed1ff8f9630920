import * as Y from 'yjs'
import { decodeUpdate } from './decode-update.ts'

/**
 * Does an update hold anything that the document does not have? A reader's full reply usually holds nothing ([W8]).
 * Formatting that is taken away is not counted: stock clients tidy up what they read, and nobody means that as writing.
 */
export function isNews(doc: Y.Doc, update: Uint8Array): boolean {
  const decoded = decodeUpdate(update)
  if ('why' in decoded) return true
  const isNew = ({ id, length }: { id: Y.ID; length: number }) => id.clock + length > Y.getState(doc.store, id.client)
  if (decoded.structs.some((struct) => !(struct instanceof Y.Skip) && isNew(struct))) return true
  for (const [client, ranges] of decoded.deletes) {
    const structs = doc.store.clients.get(client)
    for (const { clock, len } of ranges) {
      if (clock + len > Y.getState(doc.store, client)) return true
      if (structs && takesSomething(structs, clock, clock + len)) return true
    }
  }
  return false
}

function takesSomething(structs: (Y.Item | Y.GC)[], start: number, end: number): boolean {
  if (start >= end) return false
  for (let i = Y.findIndexSS(structs, start); i < structs.length; i += 1) {
    const struct = structs[i] as Y.Item | Y.GC
    if (struct.id.clock >= end) return false
    if (!struct.deleted && !(struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)) return true
  }
  return false
}
