import type * as Y from 'yjs'
import { reservedClients } from '../../collab/doc-shape.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { decodeUpdate } from './decode-update.ts'
import { limits } from './limits.ts'
import { newStructs } from './new-structs.ts'
import { textRemoved } from './removed-text.ts'
import { checkShape } from './shape.ts'

/**
 * Why an update was not admitted. Two are no fault: `incomplete`, something it builds on has not arrived; `held`, it
 * removes so much that the person has to say so first.
 */
export type Refusal = 'malformed' | 'incomplete' | 'foreign-client' | 'shape' | 'too-large' | 'held'

export type Verdict =
  /** `newClients`: client ids that nobody owned before. */
  | { admitted: true; newClients: number[] }
  | { admitted: false; why: Exclude<Refusal, 'held'>; detail: string }
  | { admitted: false; why: 'held'; detail: string; removed: number }

export interface Given {
  doc: Y.Doc
  kind: EntryKind
  /** Who has written under which client id. */
  clients: ReadonlyMap<number, string>
  /** Who is seen in the room under a client id, though nothing may have been written with it yet. */
  presentAs?: ((client: number) => string | undefined) | undefined
}

export interface Sender {
  actorId: string
  /** May remove much at once: the owner, the server, or somebody who was asked and said yes ([A7]). */
  mayRemoveMuch: boolean
}

/**
 * Decodes an update and decides, before anything is applied, whether it may enter the document (SPEC [A1]–[A7]).
 * Of its parts that the document already has only the references are judged: a full resync carries everybody's text.
 */
export function judgeUpdate(given: Given, bytes: Uint8Array, { actorId, mayRemoveMuch }: Sender): Verdict {
  const { doc, kind } = given
  const decoded = decodeUpdate(bytes)
  if ('why' in decoded) return refuse(decoded.why, decoded.detail)
  const found = newStructs(doc, kind, decoded)
  if ('why' in found) return refuse(found.why, found.detail)

  const newClients: number[] = []
  for (const client of found.writers) {
    if (client < reservedClients) return refuse('foreign-client', `client ${client} belongs to the server`)
    const owner = given.clients.get(client)
    if (owner === undefined) newClients.push(client)
    if ((owner ?? given.presentAs?.(client) ?? actorId) !== actorId) {
      return refuse('foreign-client', `client ${client} belongs to somebody else`)
    }
  }
  if (newClients.length > limits.newClientsPerUpdate) return refuse('too-large', 'too many writers in one update')

  const wrong = checkShape(kind, doc, found)
  if (wrong !== undefined) return refuse('shape', wrong)

  const removed = mayRemoveMuch ? 0 : textRemoved(doc, decoded, found.list)
  if (removed === 0) return { admitted: true, newClients }
  return { admitted: false, why: 'held', detail: `it removes ${removed} characters`, removed }
}

/**
 * What is wrong with the structure of a stored update ([A1], [A3], [A6]); who wrote it was judged when it came.
 * Undefined if nothing is.
 */
export function structuralFault({ doc, kind }: Pick<Given, 'doc' | 'kind'>, bytes: Uint8Array): string | undefined {
  const decoded = decodeUpdate(bytes)
  if ('why' in decoded) return unlessLarge(decoded)
  const found = newStructs(doc, kind, decoded)
  return 'why' in found ? unlessLarge(found) : checkShape(kind, doc, found)
}

/** The caps are for what comes in at once; a document that grew beyond them is not damaged by that. */
function unlessLarge({ why, detail }: { why: Refusal; detail: string }): string | undefined {
  return why === 'too-large' ? undefined : detail
}

function refuse(why: Exclude<Refusal, 'held'>, detail: string): Verdict {
  return { admitted: false, why, detail }
}
