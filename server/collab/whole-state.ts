import * as Y from 'yjs'
import type { Frame } from './frames.ts'
import { joined, syncFrame } from './frames.ts'
import type { LogEntry } from './update-log.ts'

/** What has come since may be this long before the document is encoded anew. */
const tailBytes = 64 * 1024
const tailFrames = 200
/** Milliseconds for which it is kept though nobody asks. */
const keptUnused = 30_000

/** A sync reply that holds nothing. */
const nothingMore = syncFrame('reply', new Uint8Array([0, 0]))

interface Kept {
  frame: Frame
  /** Updates that came since. */
  tail: Uint8Array[]
  tailLength: number
}

interface Held {
  readonly doc: Y.Doc
  readonly seq: number
  whenDurable(seq: number, done: () => void): void
}

/**
 * The whole document as one sync reply, for those who join with nothing. It is encoded once for all who come, and
 * changes that are committed later are put behind it, so that people who join a room where others write do not make
 * the server encode it for each. Holds only what is on disk.
 */
export class WholeState {
  private kept: Kept | undefined
  /** Encoded, but ahead of the disk. */
  private coming: (Kept & { seq: number }) | undefined
  private usedAt = performance.now()
  private readonly room: Held

  constructor(room: Held) {
    this.room = room
  }

  /**
   * Takes the form in which the document is stored: a snapshot, as a sync reply, and the updates after it.
   */
  keepStored(frame: Frame, updates: readonly Uint8Array[]): void {
    const tailLength = updates.reduce((sum, { length }) => sum + length, 0)
    if (updates.length <= tailFrames && tailLength <= tailBytes) {
      this.kept = { frame, tail: [...updates], tailLength }
    }
  }

  /**
   * Calls back with the frames of the whole document as soon as everything in them is on disk.
   *
   * @param has what this socket was sent already ([W15]); the rest follows if that still stands at the beginning.
   */
  give(send: (frame: Frame) => void, has?: Frame): void {
    this.usedAt = performance.now()
    const sendAll = (kept: Kept) => {
      for (const frame of framesOf(kept)) send(frame === has ? nothingMore : frame)
    }
    if (this.kept) sendAll(this.kept)
    else {
      const coming = this.coming ?? this.encode()
      this.room.whenDurable(coming.seq, () => sendAll(coming))
    }
  }

  /** These have reached the disk; they are told to everybody who is in the room already. */
  committed(entries: readonly LogEntry[]): void {
    if (performance.now() - this.usedAt > keptUnused) this.kept = undefined
    if (!this.kept && !this.coming) return
    for (const { seq, bytes } of entries) {
      if (this.kept) append(this.kept, bytes)
      if (this.coming && seq > this.coming.seq) append(this.coming, bytes)
    }
    const { kept } = this
    if (kept && (kept.tailLength > tailBytes || kept.tail.length > tailFrames)) this.kept = undefined
  }

  private encode(): Kept & { seq: number } {
    const { seq, doc } = this.room
    const coming = { seq, frame: syncFrame('reply', Y.encodeStateAsUpdate(doc)), tail: [], tailLength: 0 }
    this.coming = coming
    this.room.whenDurable(seq, () => {
      this.coming = undefined
      this.kept = coming
    })
    return coming
  }
}

/** Small ones are joined; the large one goes to everybody as it is. */
function framesOf({ frame, tail }: Kept): Frame[] {
  return tail.length === 0 ? [frame] : [frame, joined(tail.map((update) => syncFrame('update', update)))]
}

function append(kept: Kept, bytes: Uint8Array): void {
  kept.tail.push(bytes)
  kept.tailLength += bytes.length
}
