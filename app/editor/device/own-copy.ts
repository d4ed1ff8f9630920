import type * as Y from 'yjs'
import { sectionRoot } from '#collab/doc-shape.ts'
import type { EntryKind } from '#domain/entries/kinds.ts'
import { kinds } from '#domain/entries/kinds.ts'
import type { PartName } from '../document-changes.ts'
import { partsChanged } from '../document-changes.ts'
import { asideOf } from './aside-words.ts'
import type { DeviceStore } from './device-store.ts'
import { openDeviceStore, removeStore } from './device-store.ts'
import type { AsideText, Ledger, SeenNote, TypedSince } from './ledger.ts'
import { sum } from './ledger.ts'
import type { StoreName } from './names.ts'
import { isSameStore, parseKey } from './names.ts'
import { putAside } from './put-aside.ts'

/** How long after another page wrote its text is taken in; longer while connected, when the server brings it. */
const rereadPause = { offline: 200, connected: 5_000 }

export interface OwnCopyEvents {
  /** Other pages of this person left so many changes unsent on this device. */
  found(changes: number): void
  /** The device does not keep this page's text any more. */
  lost(): void
}

/** This page's copy of its document on the device: what was typed here, and what other pages left unsent. */
export class OwnCopy {
  /** Names this page among those of the same person and draft. */
  private readonly page = Math.random().toString(36).slice(2, 10)
  private store: DeviceStore | null = null
  private seen: SeenNote[] = []
  private parts = new Set<PartName>()
  private since: TypedSince | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly doc: Y.Doc
  private readonly kind: EntryKind
  private readonly ledger: Ledger
  private readonly events: OwnCopyEvents

  constructor(doc: Y.Doc, kind: EntryKind, ledger: Ledger, events: OwnCopyEvents) {
    this.doc = doc
    this.kind = kind
    this.ledger = ledger
    this.events = events
  }

  get kept(): boolean {
    return this.store !== null
  }

  isOrigin(origin: unknown): boolean {
    return this.store !== null && origin === this.store.origin
  }

  /** Opens the copy and fills the document with it. @returns false where the device keeps nothing. */
  async open(name: StoreName, title: string, now: number): Promise<boolean> {
    this.seen = this.ledger.unsentOf(name)
    this.store = await openDeviceStore(name, this.doc, () => {
      this.store = null
      this.events.lost()
    })
    if (!this.store) return false
    if (!this.ledger.noteStore(name, { usedAt: now, title, kind: this.kind })) {
      this.close()
      return false
    }
    if (this.seen.length > 0) this.events.found(sum(this.seen))
    return true
  }

  /** True when the document is whole, so that an editor may be shown on it without the server. */
  isWhole(): boolean {
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) return false
    return kinds[this.kind].sections.every(({ id }) => {
      const root = this.doc.share.get(sectionRoot(id))
      return root !== undefined && root._start !== null
    })
  }

  /** Notes that this page has `changes` which are not confirmed, the last of them made by a transaction. */
  typed(changes: number, transaction: Y.Transaction): void {
    for (const part of partsChanged(transaction)) this.parts.add(part)
    const { clientID: client } = this.doc
    this.since ??= { client, clock: transaction.beforeState.get(client) ?? 0 }
    const { since, parts } = this
    if (this.store) this.ledger.noteUnsent(this.store.name, this.page, { changes, parts: [...parts], since })
  }

  /** Everything this page has typed or found is confirmed. */
  confirmed(): void {
    this.parts.clear()
    this.since = null
    if (!this.store) return
    this.ledger.forgetUnsent(this.store.name, this.page)
    this.ledger.settle(this.seen)
    this.seen = []
  }

  /** Another page wrote to the browser's storage: if it is unsent text of this document, it is taken in. */
  heard(key: string, connected: boolean): void {
    const parsed = parseKey(key)
    if (!this.store || parsed?.type !== 'unsent' || !isSameStore(parsed.name, this.store.name)) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.takeIn(), connected ? rereadPause.connected : rereadPause.offline)
  }

  /** Takes in what other pages left unsent, closed ones too. */
  async takeIn(): Promise<void> {
    const { store } = this
    if (!store) return
    const own = this.ledger.unsentOf(store.name).filter(({ key }) => !key.endsWith(`/${this.page}`))
    const fresh = own.filter(({ text, key }) => !this.seen.some((seen) => seen.key === key && seen.text === text))
    if (fresh.length === 0) return
    const known = new Map(this.seen.map(({ key, unsent }) => [key, unsent.changes]))
    // What the note counts is written before the note, so the copy read now holds it.
    await store.reread()
    this.seen = own
    this.events.found(
      fresh.reduce((total, { key, unsent }) => total + Math.max(1, unsent.changes - (known.get(key) ?? 0)), 0),
    )
  }

  /** Puts unsent text of other generations of this draft aside, and removes what of them was sent. */
  async putOthersAside(current: StoreName, now: number): Promise<void> {
    for (const store of this.ledger.stores()) {
      const { person, draft } = store.name
      if (person !== current.person || draft !== current.draft || isSameStore(store.name, current)) continue
      await putAside(this.ledger, store, 'replaced', now)
    }
  }

  /** Puts what is unsent in a copy aside before it is opened. */
  async putUnsentAside(name: StoreName, now: number): Promise<void> {
    const store = this.ledger.stores().find((one) => isSameStore(one.name, name))
    if (store && store.unsent > 0) await putAside(this.ledger, store, 'not-allowed', now)
  }

  /**
   * Takes this copy out of use: what is not sent is put aside as words, the rest is removed from the device.
   *
   * @param unsent how many changes of this page are not confirmed.
   */
  async retire(name: StoreName, why: AsideText['why'], unsent: number, now: number): Promise<void> {
    await this.takeIn()
    if (unsent > 0) {
      const notes = this.seen.map((note) => note.unsent)
      if (this.since) notes.push({ changes: unsent, parts: [...this.parts], since: this.since })
      const text = asideOf(this.doc, this.kind, { why, at: now, notes })
      if (text.parts.length > 0 && !this.ledger.noteAside(name, this.page, text)) return
    }
    this.close()
    await removeStore(this.ledger, name)
  }

  close(): void {
    clearTimeout(this.timer)
    this.store?.close()
    this.store = null
  }
}
