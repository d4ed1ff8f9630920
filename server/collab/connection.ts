import type { Duplex } from 'node:stream'
import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { closeCodes } from '../../collab/close-codes.ts'
import { messages, removal, syncSteps } from '../../collab/messages.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { sectionDef } from '../../domain/entries/kinds.ts'
import { AppError, errorStories } from '../errors.ts'
import type { Rights } from './access.ts'
import type { Refusal } from './admission.ts'
import type { Audience } from './audience.ts'
import type { Present } from './awareness-guard.ts'
import type { Budget } from './budget.ts'
import type { Frame } from './frames.ts'
import { awarenessFrame, deniedFrame, durableFrame, removalFrame, statusFrame, syncFrame } from './frames.ts'
import { limits } from './limits.ts'
import { isNews } from './news.ts'
import { Outlet } from './outlet.ts'
import type { Room } from './room.ts'
import { TokenBucket } from './token-bucket.ts'

const refusalCodes: Record<Exclude<Refusal, 'incomplete' | 'held'>, number> = {
  malformed: closeCodes.badUpdate,
  shape: closeCodes.badUpdate,
  'foreign-client': closeCodes.badUpdate,
  'too-large': closeCodes.tooLarge,
}

/** One socket in one room: what it may do was decided when it joined and is decided again by `reauthorise`. */
export class Connection implements Present {
  viewer: Viewer
  mayWrite: boolean
  mayRemoveMuch: boolean
  readonly room: Room
  readonly outlet: Outlet
  /** Pings without an answer. */
  unanswered = 0
  private readonly ws: WebSocket
  private readonly audience: Audience
  private readonly budget: Budget
  /** What it was sent of the document before it could ask ([W15]). */
  private sent: Frame | undefined
  private resyncs: TokenBucket | undefined
  private reports: TokenBucket | undefined
  /** Up to here the log must be committed before what this socket sent is safe. */
  private sentSeq = 0
  /** Something it sent was put back because what it builds on is missing; nothing is acknowledged until that came. */
  private resyncing = false
  private heldAcks: number[] | undefined
  /** Full replies that this server has asked for and not received. */
  private expectedReplies = 0
  private wantsStatus = false
  private canAsk = false
  /** It sent something that removes much, and its writer has not said that it is meant; nothing else is taken meanwhile. */
  private held = false
  private meant = false

  constructor(
    ws: WebSocket,
    wire: Duplex,
    room: Room,
    audience: Audience,
    { viewer, mayWrite, mayRemoveMuch }: Rights,
    budget: Budget,
    sent?: Frame,
  ) {
    this.sent = sent
    this.ws = ws
    this.room = room
    this.audience = audience
    this.viewer = viewer
    this.mayWrite = mayWrite
    this.mayRemoveMuch = mayRemoveMuch
    this.budget = budget
    this.outlet = new Outlet(ws, wire, (missing) => this.sendSince(missing))
  }

  /** Tells the client what the server has, so that it sends what it lacks, and who is here. */
  greet(): void {
    this.requestSync()
    const present = this.audience.guard.allFor(this)
    if (present.length > 0) this.outlet.send(awarenessFrame(present))
  }

  /** Takes one frame. A frame that is wrong closes the socket; nothing of it has had an effect. */
  receive(data: Uint8Array): void {
    if (this.ws.readyState !== this.ws.OPEN) return
    if (!this.budget.takeFrame(data.length)) {
      this.close(closeCodes.rateLimited, 'too many messages')
      return
    }
    try {
      this.dispatch(decoding.createDecoder(data))
    } catch (error) {
      if (error instanceof AppError) this.close(closeCodes.slow, error.code)
      else this.close(closeCodes.badUpdate, 'not understood')
    }
  }

  close(code: number, reason: string): void {
    if (this.ws.readyState === this.ws.OPEN) this.audience.closed(code)
    this.ws.close(code, reason)
  }

  terminate(): void {
    this.ws.terminate()
  }

  ping(): void {
    this.unanswered += 1
    if (this.ws.readyState === this.ws.OPEN) this.ws.ping()
  }

  sendStatus(degraded: boolean): void {
    if (!this.wantsStatus) return
    const { generation, damage } = this.room
    const state = damage === null ? (degraded ? 'degraded' : 'ok') : 'quarantined'
    this.outlet.send(statusFrame({ state, write: this.mayWrite, generation }))
  }

  private dispatch(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder)
    switch (type) {
      case messages.sync:
        this.onSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
        return
      case messages.awareness:
        this.onAwareness(decoding.readVarUint8Array(decoder))
        return
      case messages.queryAwareness:
        if (this.budget.takePresenceQuery()) this.outlet.send(awarenessFrame(this.audience.guard.allFor(this)))
        return
      case messages.durable:
        this.onDurable(decoding.readVarUint(decoder))
        return
      case messages.status:
        this.wantsStatus = true
        this.sendStatus(this.audience.degraded)
        return
      case messages.removal:
        this.onRemoval(decoding.readVarUint(decoder))
        return
      case messages.report:
        this.onReport(decoding.readVarString(decoder))
        return
      default:
        this.close(closeCodes.badUpdate, `unknown message ${type}`)
    }
  }

  private onSync(step: number, body: Uint8Array): void {
    if (step === syncSteps.request) this.onRequest(body)
    else if (step === syncSteps.reply || step === syncSteps.update) this.onUpdate(body, step === syncSteps.reply)
    else this.close(closeCodes.badUpdate, `unknown sync step ${step}`)
  }

  private onRequest(stateVector: Uint8Array): void {
    if (this.room.spoiled) this.close(closeCodes.slow, 'load again')
    else if (stateVector.length > limits.stateVectorBytes) this.close(closeCodes.tooLarge, 'state vector too large')
    else if (!this.budget.takeSyncRequest()) this.close(closeCodes.rateLimited, 'too many sync requests')
    else if (stateVector.length === 1) {
      this.room.whole.give((frame) => this.outlet.send(frame), this.sent)
      this.sent = undefined
    } else this.reply(Y.encodeStateAsUpdate(this.room.doc, stateVector))
  }

  /** The reply may hold what is not on disk yet, so it waits for that. */
  private reply(state: Uint8Array): void {
    this.room.whenDurable(this.room.seq, () => this.outlet.send(syncFrame('reply', state)))
  }

  private onUpdate(update: Uint8Array, isReply: boolean): void {
    const expected = isReply && this.expectedReplies > 0
    if (expected) this.expectedReplies -= 1
    if (update.length > (expected ? limits.firstSyncBytes : limits.liveUpdateBytes)) {
      this.close(closeCodes.tooLarge, 'update too large')
      return
    }
    if (!this.mayWrite) {
      if (isNews(this.room.doc, update)) {
        this.deny(
          this.room.damage === null
            ? 'You may read this draft, not change it.'
            : 'This draft is damaged and can only be read for now.',
        )
      }
      return
    }
    if (this.held) return
    const before = this.room.seq
    const writers = this.room.clients.size
    const verdict = this.room.admit(update, this.viewer.actorId, false, this.mayRemoveMuch || this.meant)
    if (verdict.admitted) {
      this.sentSeq = verdict.seq
      if (this.room.seq > before) this.audience.sent(verdict.seq, this)
      if (expected) this.resynced()
      if (!this.budget.takeNewClients(this.room.clients.size - writers)) {
        this.close(closeCodes.rateLimited, 'too many writers')
      }
    } else if (verdict.why === 'held') {
      this.hold(verdict.removed)
    } else if (verdict.why === 'incomplete') {
      this.resyncing = true
      this.room.metrics.counts.pendingStructs += 1
      this.resyncs ??= new TokenBucket(limits.resyncs)
      if (!this.resyncs.take()) this.close(closeCodes.badUpdate, verdict.detail)
      else if (this.expectedReplies === 0) {
        this.room.metrics.counts.resyncs += 1
        this.requestSync()
      }
    } else {
      this.audience.refused(this, verdict.why, verdict.detail)
      this.close(refusalCodes[verdict.why], verdict.detail)
    }
  }

  private requestSync(): void {
    this.expectedReplies += 1
    this.outlet.send(syncFrame('request', Y.encodeStateVector(this.room.doc)))
  }

  private hold(removed: number): void {
    if (!this.canAsk) {
      this.deny(`This would remove ${removed} characters at once. Open the draft on the site to confirm that.`)
      return
    }
    this.held = true
    this.resyncing = true
    this.outlet.send(removalFrame(removed))
  }

  private onRemoval(said: number): void {
    this.canAsk = true
    if (said !== removal.meant || !this.held) return
    this.held = false
    this.meant = true
    this.requestSync()
  }

  private resynced(): void {
    this.resyncing = false
    this.meant = false
    const held = this.heldAcks ?? []
    this.heldAcks = undefined
    for (const n of held) this.onDurable(n)
  }

  private onDurable(n: number): void {
    if (!this.resyncing) {
      this.room.whenDurable(this.sentSeq, () => this.outlet.send(durableFrame(n)))
      return
    }
    this.heldAcks ??= []
    if (this.heldAcks.length < 1_000) this.heldAcks.push(n)
  }

  /** A page's editor differed from its document. Counted and logged without a word of the text (SPEC [W14]). */
  private onReport(section: string): void {
    if (!sectionDef(this.room.kind, section)) return
    this.reports ??= new TokenBucket(limits.reports)
    if (this.reports.take()) this.audience.differed(this, section)
  }

  private onAwareness(update: Uint8Array): void {
    if (update.length > limits.awarenessBytes) this.close(closeCodes.tooLarge, 'presence too large')
    else if (this.audience.guard.receive(this, update)) this.audience.presenceChanged()
    else this.room.metrics.counts.awarenessDropped += 1
  }

  private sendSince(missing: ReadonlyMap<number, number>): void {
    if (this.room.spoiled) return
    this.room.metrics.counts.resyncs += 1
    const known = Y.decodeStateVector(Y.encodeStateVector(this.room.doc))
    for (const [client, clock] of missing) known.set(client, Math.min(clock, known.get(client) ?? clock))
    this.reply(Y.encodeStateAsUpdate(this.room.doc, Y.encodeStateVector(known)))
  }

  private deny(sentence: string): void {
    this.outlet.send(deniedFrame(sentence))
    this.close(closeCodes.notAllowed, errorStories['not-allowed'].title)
  }
}
