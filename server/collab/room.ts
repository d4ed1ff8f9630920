import * as Y from 'yjs'
import { readContent, sectionRoot } from '../../collab/doc-shape.ts'
import { readSectionText } from '../../collab/section-text.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { kinds } from '../../domain/entries/kinds.ts'
import { AppError } from '../errors.ts'
import type { Verdict } from './admission.ts'
import { judgeUpdate } from './admission.ts'
import type { CommitQueue } from './commit-queue.ts'
import { syncFrame } from './frames.ts'
import { limits } from './limits.ts'
import type { LoadedDocument } from './load-document.ts'
import type { CollabMetrics } from './metrics.ts'
import type { DraftReading, OpenRoom, SectionReading } from './service.ts'
import type { StoredState } from './stored-states.ts'
import type { LogEntry } from './update-log.ts'
import { WholeState } from './whole-state.ts'

interface Waiter {
  seq: number
  done(): void
  failed(error: AppError): void
}

export type Admitted = Exclude<Verdict, { admitted: true }> | { admitted: true; seq: number }

/**
 * One document in memory. It is ahead of the disk by what waits in the commit queue; nothing that leaves it (a
 * broadcast, a sync reply, an acknowledgement, a reading) goes out before everything in it is committed.
 */
export class Room {
  readonly draftId: string
  readonly kind: EntryKind
  readonly generation: number
  readonly doc: Y.Doc
  readonly clients: Map<number, string>
  readonly metrics: CollabMetrics
  readonly whole: WholeState
  /** Number of the last admitted update. */
  seq: number
  /** Number of the last committed update. */
  durableSeq: number
  updatesSinceSnapshot: number
  title: string
  /** What is wrong with it, if it is only as it last was whole; then nothing is admitted. */
  readonly damage: string | null
  /** False once its log refused it; whoever holds it must load it anew. */
  alive = true
  /** Yjs failed half-way through a change, so it is not what its log says; nothing of it goes out any more. */
  spoiled = false
  /** Who is seen here under a client id; nobody else may write with it ([A4]). */
  presentAs: ((client: number) => string | undefined) | undefined
  private bytes: number
  private waiters: Waiter[] = []
  private readonly queue: CommitQueue
  private readonly now: () => number

  /** @param sent what those who opened it cold were sent while it was loaded. */
  constructor(
    draftId: string,
    loaded: LoadedDocument,
    queue: CommitQueue,
    now: () => number,
    metrics: CollabMetrics,
    sent?: StoredState,
  ) {
    this.draftId = draftId
    this.kind = loaded.kind
    this.title = loaded.title
    this.damage = loaded.damage
    this.generation = loaded.generation
    this.doc = loaded.doc
    this.clients = loaded.clients
    this.seq = loaded.seq
    this.durableSeq = loaded.seq
    this.updatesSinceSnapshot = loaded.updatesSinceSnapshot
    this.bytes = loaded.bytes
    this.queue = queue
    this.now = now
    this.metrics = metrics
    this.whole = new WholeState(this)
    if (loaded.stored) {
      const { state, hash, updates } = loaded.stored
      this.whole.keepStored(sent?.hash === hash ? sent.frame : syncFrame('reply', state), updates)
    }
    for (const { id } of kinds[loaded.kind].sections) this.doc.get(sectionRoot(id), Y.XmlElement)
  }

  get dirty(): boolean {
    return this.durableSeq < this.seq
  }

  /** Would it open faster the next time? A large one does when its snapshot is all of it. */
  get isWorthCompacting(): boolean {
    const least = this.bytes > limits.largeDocument ? 1 : limits.compactAtUnload
    return this.updatesSinceSnapshot >= least
  }

  /**
   * Judges an update, applies it and puts it in the queue. The caller tells nobody of it until `whenDurable`.
   *
   * @param byServer a change of the server itself: its rights were decided by a use case, not by the access table.
   * @param mayRemoveMuch whether it may take away much of the text at once ([A7]).
   * @param event goes into the record in the same transaction.
   * @returns why not, or the number up to which the log must be committed before the update is safe.
   */
  admit(
    update: Uint8Array,
    actorId: string,
    byServer = false,
    mayRemoveMuch = true,
    event?: LogEntry['event'],
  ): Admitted {
    if (this.damage !== null)
      throw new AppError('unavailable', 'This document is damaged and can only be read for now.')
    if (!this.alive || this.queue.full) throw new AppError('unavailable', 'Changes cannot be saved at the moment.')
    const verdict = judgeUpdate(this, update, { actorId, mayRemoveMuch })
    if (!verdict.admitted) return verdict
    if (update.length > 64 && this.isFull(update.length)) {
      return { admitted: false, why: 'too-large', detail: 'the document is full' }
    }
    const emitted = this.apply(update)
    if (emitted instanceof Error) {
      this.spoil(emitted)
      return { admitted: false, why: 'malformed', detail: 'it cannot be taken in' }
    }
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) {
      this.doc.store.pendingStructs = null
      this.doc.store.pendingDs = null
      if (emitted) this.append(emitted, actorId, verdict.newClients, byServer)
      return { admitted: false, why: 'malformed', detail: 'items that wait for each other' }
    }
    if (emitted) this.append(emitted, actorId, verdict.newClients, byServer, event)
    return { admitted: true, seq: this.seq }
  }

  /** Calls back once everything up to `seq` is on disk; at once if it is. Callbacks run in the order of their numbers. */
  whenDurable(seq: number, done: () => void, failed: (error: AppError) => void = () => undefined): void {
    if (seq <= this.durableSeq) done()
    else this.waiters.push({ seq, done, failed })
  }

  durable(seq: number): Promise<void> {
    return new Promise((resolve, reject) => this.whenDurable(seq, resolve, reject))
  }

  /** The content as of now, told only once it is committed. */
  async read(): Promise<DraftReading> {
    if (this.spoiled) throw new AppError('unavailable', 'The document is loaded again. Try once more.')
    const { seq } = this
    const content = readContent(this.doc, this.kind)
    await this.durable(seq)
    return { content, seq, generation: this.generation, ...(this.damage !== null && { damaged: true as const }) }
  }

  /** The same for the running text of one section. @param sectionId one that the draft's kind has. */
  async readSection(sectionId: string): Promise<SectionReading> {
    if (this.spoiled) throw new AppError('unavailable', 'The document is loaded again. Try once more.')
    const { seq, generation } = this
    const section = readSectionText(this.doc.get(sectionRoot(sectionId), Y.XmlElement) as Y.XmlElement)
    await this.durable(seq)
    return { section, seq, generation }
  }

  /** Lets the waiting callbacks up to the last of these entries go. */
  committed(entries: readonly LogEntry[]): void {
    this.durableSeq = entries.at(-1)?.seq ?? this.durableSeq
    this.updatesSinceSnapshot += entries.length
    this.whole.committed(entries)
    const ready = this.waiters.filter(({ seq }) => seq <= this.durableSeq)
    this.waiters = this.waiters.filter(({ seq }) => seq > this.durableSeq)
    for (const { done } of ready) done()
  }

  report(): Omit<OpenRoom, 'people' | 'sockets'> {
    const { draftId, generation, seq, durableSeq, bytes, damage } = this
    return { draftId, generation, seq, unwritten: seq - durableSeq, bytes, damage }
  }

  /** The log will not have this document's changes: it was deleted or replaced. */
  refused(error: AppError): void {
    this.alive = false
    const waiters = this.waiters
    this.waiters = []
    for (const { failed } of waiters) failed(error)
  }

  /** @returns what was new in it, or why it could not be taken in as a whole. */
  private apply(update: Uint8Array): Uint8Array | undefined | Error {
    const emitted: Uint8Array[] = []
    const listen = (bytes: Uint8Array) => emitted.push(bytes)
    this.doc.on('update', listen)
    try {
      Y.applyUpdate(this.doc, update, 'admitted')
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    } finally {
      this.doc.off('update', listen)
    }
    return emitted.length > 1 ? Y.mergeUpdates(emitted) : emitted[0]
  }

  /**
   * A part of the change may be in the document and is in no log. Once all that was admitted before is on disk, the
   * document is loaded from there again.
   */
  private spoil(error: Error): void {
    this.alive = false
    this.spoiled = true
    this.queue.abandon(this.draftId, error)
  }

  private append(
    bytes: Uint8Array,
    actorId: string,
    newClients: number[],
    byServer: boolean,
    event?: LogEntry['event'],
  ): void {
    this.seq += 1
    this.bytes += bytes.length
    for (const client of newClients) this.clients.set(client, actorId)
    const { draftId, generation, seq } = this
    this.metrics.updateBytes.observe(bytes.length)
    const admittedAt = performance.now()
    const at = this.now()
    this.queue.add({ draftId, generation, seq, actorId, bytes, newClients, at, admittedAt, byServer, event })
  }

  /** Sums of updates overstate a document, so it is measured again before anybody is told that it is full. */
  private isFull(more: number): boolean {
    if (this.bytes + more <= limits.documentBytes) return false
    this.bytes = Y.encodeStateAsUpdate(this.doc).length
    return this.bytes + more > limits.documentBytes
  }
}
