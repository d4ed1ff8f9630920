import * as Y from 'yjs'
import { sectionRoot } from '../../collab/doc-shape.ts'
import { quietDocument } from '../../collab/quiet-document.ts'
import { kinds } from '../../domain/entries/kinds.ts'
import { AppError } from '../errors.ts'
import type { Room } from './room.ts'

/**
 * A change by the server itself. It is made on a copy, so that one that throws half-way leaves nothing behind, and
 * under a client id of its own, so that no history of a restored database can repeat the ids of another.
 *
 * @returns the change as an update; undefined when nothing changed.
 */
export function makeUpdate(room: Room, change: (doc: Y.Doc) => void, random: () => number): Uint8Array | undefined {
  const copy = quietDocument()
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc))
    for (const { id } of kinds[room.kind].sections) copy.get(sectionRoot(id), Y.XmlElement)
    copy.clientID = unusedClient(room, random)
    const updates: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => updates.push(update))
    copy.transact(() => change(copy), 'server')
    return updates.length > 1 ? Y.mergeUpdates(updates) : updates[0]
  } finally {
    copy.destroy()
  }
}

/** Browsers draw from the whole range of 32 bits; what matters is that nobody has it. */
function unusedClient(room: Room, random: () => number): number {
  for (let i = 0; i < 100; i += 1) {
    const client = 2 ** 31 + random()
    if (!room.clients.has(client) && Y.getState(room.doc.store, client) === 0) return client
  }
  throw new AppError('unavailable', 'No writer id is free in this document.')
}
