import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type * as Y from 'yjs'
import type { SectionText } from '../../collab/section-text.ts'
import type { Q } from '../../db/store.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import type { NewEvent } from '../record/record-event.ts'
import type { CollabMetrics } from './metrics.ts'

/** A draft's text as committed: everything up to and including `seq` of its log. */
export interface DraftReading {
  content: EntryContent
  seq: number
  /** Of the document that `seq` counts in. */
  generation: number
  /** True for a document that is only shown as it last was whole; nothing may be decided on its text. */
  damaged?: true
}

/** The running text of one section as committed. */
export interface SectionReading {
  section: SectionText
  seq: number
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

/** A document that is open in memory. */
export interface OpenRoom {
  draftId: string
  generation: number
  /** Names of the people whose sockets are open, each once. */
  people: string[]
  sockets: number
  /** Number of the last change, and how many of them are not on disk yet. */
  seq: number
  unwritten: number
  /** About how many bytes the document has. */
  bytes: number
  /** What is wrong with it, if it is quarantined. */
  damage: string | null
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
   * The words of one section as committed on disk, each character with its identity. Never call it in a transaction.
   *
   * @throws AppError as `readDraft`.
   */
  readSection(draftId: string, sectionId: string): Promise<SectionReading>
  /** An anchor was added to a draft's document: from now on it is followed. */
  anchorAdded(draftId: string): void
  /**
   * A change made by the server for somebody, through the same log and acknowledgement as a keystroke. All or
   * nothing; never call it in a transaction.
   *
   * @param event what the record says of the act, written in the transaction of the change's row and with the row's
   * number as `docSeq`. It is left out where nothing changed. Plain data: the row is written by another thread.
   * @returns the number up to which the log is on disk.
   * @throws AppError `gone` for a deleted draft, `too-large` or `bad-input` when the document refuses the change.
   */
  transact(draftId: string, actorId: string, change: (doc: Y.Doc) => void, event?: NewEvent): Promise<{ seq: number }>
  /**
   * Puts a new document, of the next generation, in the place of a draft's. Nobody's change slips in between: the old
   * one takes none from here on, and is replaced in one transaction. Its log and snapshots are deleted. Sockets are
   * closed with 4409 (SPEC [G3]). Never call it in a transaction.
   *
   * @param change what the new document says.
   * @param within more that belongs to the same transaction.
   * @throws AppError `not-found`, `unavailable`, or `conflict` when another process writes to the document all the time.
   */
  replaceDocument(
    draftId: string,
    actorId: string,
    change: (reading: DraftReading) => EntryContent,
    within: (q: Q, generation: number) => Promise<void>,
  ): Promise<{ generation: number }>
  /**
   * Writes a snapshot of a document that would open faster with one; nothing where it would not. What fails is logged
   * and counted. Never call it in a transaction.
   *
   * @throws AppError `not-found` for an unknown draft.
   */
  compact(draftId: string): Promise<void>
  /** Asks open sockets to prove their rights again; those that lost them are closed within two seconds. */
  reauthorise(scope: { draftId?: string; actorId?: string }): void
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  status(): CollabStatus
  /** Every document in memory, those with most sockets first. */
  openRooms(): OpenRoom[]
  readonly metrics: CollabMetrics
  /**
   * Closes every socket, spread over a time that grows with their number, and writes what is left.
   *
   * @returns bytes of changes that could not be written and are lost.
   */
  close(): Promise<number>
}
