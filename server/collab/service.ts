import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type * as Y from 'yjs'
import type { Q } from '../../db/store.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import type { CollabMetrics } from './metrics.ts'

/** A draft's text as committed: everything up to and including `seq` of its log. */
export interface DraftReading {
  content: EntryContent
  seq: number
  /** Of the document that `seq` counts in. */
  generation: number
}

/** How the collaboration server is doing at this moment. */
export interface CollabStatus {
  rooms: number
  sockets: number
  /** Rooms with changes that are not on disk yet. */
  dirtyRooms: number
  /** Bytes that wait to be written to disk. */
  queuedBytes: number
  /** Changes that wait to be written to disk. */
  queueDepth: number
  /** Bytes that the slowest reader has not taken yet. */
  bufferedMost: number
  /** Writing to disk fails at the moment. */
  degraded: boolean
}

/** What the rest of the server may ask of the collaboration server. */
export interface CollabService {
  /** Seeds the document of a new draft; call it in the transaction that creates the draft. */
  createDocument(q: Q, draftId: string, actorId: string, content: EntryContent): Promise<void>
  /**
   * The draft's content as committed on disk. It may wait for a commit, so call it before a transaction, never in one.
   *
   * @throws AppError `not-found` for an unknown draft, `unavailable` when its document cannot be read.
   */
  readDraft(draftId: string): Promise<DraftReading>
  /**
   * A change made by the server for somebody, through the same log and acknowledgement as a keystroke. All or
   * nothing; never call it in a transaction.
   *
   * @returns the number up to which the log is on disk.
   * @throws AppError `gone` for a deleted draft, `too-large` or `bad-input` when the document refuses the change.
   */
  transact(draftId: string, actorId: string, change: (doc: Y.Doc) => void): Promise<{ seq: number }>
  /** Asks open sockets to prove their rights again; those that lost them are closed within two seconds. */
  reauthorise(scope: { draftId?: string; actorId?: string }): void
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  status(): CollabStatus
  readonly metrics: CollabMetrics
  /**
   * Closes every socket, spread over a time that grows with their number, and writes what is left.
   *
   * @returns bytes of changes that could not be written and are lost.
   */
  close(): Promise<number>
}
