import { Buffer } from 'node:buffer'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { awarenessMessage, syncMessage } from '../../collab/client-messages.ts'
import { sectionRoot } from '../../collab/doc-shape.ts'
import { clientFrame } from './ws-client.ts'

/** Send times of the last keystrokes, by clock. */
const remembered = 1 << 17

export const typistSection = 'bet'

/**
 * Somebody who writes a paragraph of their own, letter by letter, at its end. Updates are written by hand, because a
 * Yjs document per writer would make the load generator the limit; their form is what Lexical's binding makes.
 */
export class Typist {
  readonly id: number
  /** Clock of the next letter. */
  clock = 0
  presenceClock = 0
  private readonly sentAt = new Float64Array(remembered)

  constructor(id: number) {
    this.id = id
  }

  /** The paragraph, its text and a first letter, as one update. */
  start(): Uint8Array {
    const doc = new Y.Doc()
    doc.clientID = this.id
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    text.insert(0, 'a')
    paragraph.insert(0, [text])
    ;(doc.get(sectionRoot(typistSection), Y.XmlElement) as Y.XmlElement).insert(0, [paragraph])
    this.clock = Y.getState(doc.store, this.id)
    return syncMessage('update', Y.encodeStateAsUpdate(doc))
  }

  /** One more letter, framed for the socket. */
  letter(now: number): Buffer {
    const clock = this.clock
    this.clock += 1
    this.sentAt[clock % remembered] = now
    const body = encoding.createEncoder()
    encoding.writeVarUint(body, 1)
    encoding.writeVarUint(body, 1)
    encoding.writeVarUint(body, this.id)
    encoding.writeVarUint(body, clock)
    encoding.writeUint8(body, 0x84)
    encoding.writeVarUint(body, this.id)
    encoding.writeVarUint(body, clock - 1)
    encoding.writeVarString(body, clock % 6 === 0 ? ' ' : 'e')
    encoding.writeVarUint(body, 0)
    return clientFrame(syncMessage('update', encoding.toUint8Array(body)))
  }

  /** Where the caret is, framed for the socket. */
  caret(): Buffer {
    this.presenceClock += 1
    const item = { client: this.id, clock: this.clock - 1 }
    const position = { type: { client: this.id, clock: 1 }, item, assoc: -1 }
    const state = {
      name: 'Load',
      color: '#30507a',
      section: typistSection,
      anchorPos: position,
      focusPos: position,
      focusing: true,
      awarenessData: {},
    }
    return clientFrame(awarenessMessage([{ id: this.id, clock: this.presenceClock, state }]))
  }

  /** A letter and the caret behind it, as they leave an editor. */
  keystroke(now: number): Buffer {
    return Buffer.concat([this.letter(now), this.caret()])
  }

  age(clock: number, now: number): number {
    return now - this.sentAt[clock % remembered]!
  }
}
