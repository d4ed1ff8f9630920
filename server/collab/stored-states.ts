import { firstLogged, listDocSnapshots } from '../../db/queries/doc-log.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import type { Q } from '../../db/store.ts'
import { digest } from './digest.ts'
import type { Frame } from './frames.ts'
import { syncFrame } from './frames.ts'

/** A document as it is stored, where one snapshot is all of it. */
export interface StoredState {
  generation: number
  hash: string
  /** The snapshot as a sync reply. */
  frame: Frame
}

interface Held {
  state: Promise<StoredState | undefined>
  asked: number
}

/** Milliseconds: a document is loaded when nobody has asked for it for the one, or the other has passed. */
const quiet = 15
const patience = 150

/**
 * What is stored of documents that are not loaded yet, for those who open them cold: reading bytes takes a millisecond,
 * and Yjs taking them in a hundred, which then nobody waits for. Read once however many come (SPEC [W15]).
 */
export class StoredStates {
  private readonly held = new Map<string, Held>()
  private readonly read: Q

  constructor(read: Q) {
    this.read = read
  }

  /** @returns undefined where it takes more than one snapshot to tell the document, or where that is damaged. */
  get(draftId: string): Promise<StoredState | undefined> {
    const held = this.held.get(draftId) ?? { state: readStored(this.read, draftId), asked: 0 }
    this.held.set(draftId, held)
    held.asked += 1
    return held.state
  }

  /** Waits until those who come at once have what is stored; at once where nobody has asked for it. */
  async settled(draftId: string): Promise<StoredState | undefined> {
    const held = this.held.get(draftId)
    const state = await held?.state
    if (!held || !state) return undefined
    const deadline = performance.now() + patience
    for (let asked = 0; asked !== held.asked && performance.now() < deadline; ) {
      asked = held.asked
      await new Promise((resolve) => setTimeout(resolve, quiet))
    }
    return state
  }

  /** The document is loaded, or cannot be. */
  forget(draftId: string): void {
    this.held.delete(draftId)
  }
}

async function readStored(q: Q, draftId: string): Promise<StoredState | undefined> {
  const draft = await findDraft(q, draftId)
  if (!draft) return undefined
  const { generation } = draft
  const key = { draftId, generation }
  const [snapshot] = await listDocSnapshots(q, key, { limit: 1 })
  if (!snapshot || (await firstLogged(q, key, snapshot.seq)) !== undefined) return undefined
  if (digest(snapshot.bytes) !== snapshot.hash) return undefined
  return { generation, hash: snapshot.hash, frame: syncFrame('reply', snapshot.bytes) }
}
