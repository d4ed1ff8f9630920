import type { Buffer } from 'node:buffer'
import { syncMessage } from '../../collab/client-messages.ts'
import { messages } from '../../collab/messages.ts'

/** A state vector that has nothing: asks for the whole document. */
export const wholeRequest = syncMessage('request', new Uint8Array([0]))

let at = 0

function varUint(data: Uint8Array): number {
  let number = 0
  let multiplier = 1
  for (;;) {
    const byte = data[at]!
    at += 1
    number += (byte & 0x7f) * multiplier
    if (byte < 0x80) return number
    multiplier *= 128
  }
}

/** The kind of a frame: for a sync frame its step, and where its body begins. */
export interface Head {
  type: number
  step: number
  body: number
}

const head: Head = { type: 0, step: 0, body: 0 }

/** Reads the beginning of a frame; the answer is the same object each time. */
export function readHead(data: Buffer, start: number): Head {
  at = start
  head.type = varUint(data)
  head.step = head.type === messages.sync ? varUint(data) : 0
  if (head.type === messages.sync || head.type === messages.awareness) varUint(data)
  head.body = at
  return head
}

/**
 * Which clocks of which writers an update brings, without decoding it into a document. Understands what the typists
 * of this benchmark write (texts, elements, gaps) in whatever grouping a server sends it.
 */
export function readRanges(data: Buffer, body: number, seen: (client: number, from: number, to: number) => void): void {
  at = body
  const writers = varUint(data)
  for (let i = 0; i < writers; i += 1) {
    const structs = varUint(data)
    const client = varUint(data)
    let clock = varUint(data)
    const from = clock
    for (let j = 0; j < structs; j += 1) clock += structLength(data)
    seen(client, from, clock)
  }
}

function structLength(data: Buffer): number {
  const info = data[at]!
  at += 1
  const ref = info & 0x1f
  if (ref === 0 || ref === 10) return varUint(data)
  if (info & 0x80) skipId(data)
  if (info & 0x40) skipId(data)
  if ((info & 0xc0) === 0) {
    if (varUint(data) === 1) skipString(data)
    else skipId(data)
    if (info & 0x20) skipString(data)
  }
  if (ref === 1) return varUint(data)
  if (ref === 4) return skipString(data)
  if (ref === 6) {
    // A format mark: its key and its JSON value.
    skipString(data)
    skipString(data)
    return 1
  }
  if (ref === 7) {
    const type = varUint(data)
    if (type === 3 || type === 5) skipString(data)
    return 1
  }
  throw new Error(`an update holds content ${ref}, which no typist wrote`)
}

function skipId(data: Buffer): void {
  varUint(data)
  varUint(data)
}

/** Typists write ASCII, so that a text's bytes are its length. */
function skipString(data: Buffer): number {
  const bytes = varUint(data)
  at += bytes
  return bytes
}

/** Ids and clocks of the presence entries of an awareness update. */
export function readPresence(data: Buffer, body: number, seen: (id: number, gone: boolean) => void): void {
  at = body
  const entries = varUint(data)
  for (let i = 0; i < entries; i += 1) {
    const id = varUint(data)
    varUint(data)
    const bytes = varUint(data)
    at += bytes
    seen(id, bytes === 4)
  }
}
