import type { EntryKind } from '#domain/entries/kinds.ts'
import type { PartName } from '../document-changes.ts'
import type { StoreName } from './names.ts'
import { asideKey, isSameStore, parseKey, storeKey, unsentKey } from './names.ts'

/** A page's insertions from here on are not confirmed. */
export interface TypedSince {
  /** Yjs client id. */
  client: number
  clock: number
}

/** What an open page has typed that the server has not confirmed. */
export interface Unsent {
  changes: number
  parts: PartName[]
  since: TypedSince
}

/** What is known of a kept document without opening it. */
export interface StoreFacts {
  /** Milliseconds since 1970. */
  usedAt: number
  title: string
  kind: EntryKind
}

export interface KeptStore extends StoreFacts {
  name: StoreName
  /** Changes of all pages that are not confirmed. */
  unsent: number
}

/** Unsent text that cannot be sent: readable, never merged. */
export interface AsideText {
  title: string
  /** Milliseconds since 1970. */
  at: number
  why: 'replaced' | 'not-allowed' | 'removed' | 'taken-back'
  parts: { label: string; text: string }[]
}

export interface KeptAside extends AsideText {
  name: StoreName
  key: string
}

/** An unsent note as it was when somebody looked; it is settled only if it still says the same. */
export interface SeenNote {
  key: string
  text: string
  unsent: Unsent
}

/**
 * The list of what this device keeps, beside the documents themselves: it can be read at once, also while a page is
 * being left. Every method is harmless where the browser keeps nothing.
 */
export class Ledger {
  private readonly storage: Storage

  constructor(storage: Storage) {
    this.storage = storage
  }

  noteStore(name: StoreName, facts: StoreFacts): boolean {
    return this.write(storeKey(name), facts)
  }

  noteUnsent(name: StoreName, page: string, unsent: Unsent): boolean {
    return this.write(unsentKey(name, page), unsent)
  }

  noteAside(name: StoreName, page: string, text: AsideText): boolean {
    return this.write(asideKey(name, page), text)
  }

  forgetUnsent(name: StoreName, page: string): void {
    this.remove(unsentKey(name, page))
  }

  forget(key: string): void {
    this.remove(key)
  }

  /** Removes everything that is written of a store, except what was put aside. */
  forgetStore(name: StoreName): void {
    for (const [key, parsed] of this.entries()) {
      if (parsed.type !== 'aside' && isSameStore(parsed.name, name)) this.remove(key)
    }
  }

  stores(): KeptStore[] {
    return this.entries().flatMap(([key, { type, name }]) => {
      const facts = type === 'store' ? this.read<StoreFacts>(key) : null
      return facts ? [{ ...facts, name, unsent: sum(this.unsentOf(name)) }] : []
    })
  }

  /** The newest document of a draft that this person has here; null if none. */
  newestGeneration(person: string, draft: string): number | null {
    const own = this.stores().filter(({ name }) => name.person === person && name.draft === draft)
    return own.length === 0 ? null : Math.max(...own.map(({ name }) => name.generation))
  }

  unsentOf(name: StoreName): SeenNote[] {
    return this.entries().flatMap(([key, parsed]) => {
      if (parsed.type !== 'unsent' || !isSameStore(parsed.name, name)) return []
      const text = this.storage.getItem(key) ?? ''
      const unsent = this.read<Unsent>(key)
      return unsent ? [{ key, text, unsent }] : []
    })
  }

  /** Notes whose changes are confirmed go, unless their page has written since. */
  settle(seen: readonly SeenNote[]): void {
    for (const { key, text } of seen) {
      if (this.storage.getItem(key) === text) this.remove(key)
    }
  }

  aside(person: string, draft?: string): KeptAside[] {
    return this.entries().flatMap(([key, { type, name }]) => {
      if (type !== 'aside' || name.person !== person || (draft !== undefined && name.draft !== draft)) return []
      const text = this.read<AsideText>(key)
      return text ? [{ ...text, name, key }] : []
    })
  }

  private entries() {
    const { storage } = this
    return Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').flatMap((key) => {
      const parsed = parseKey(key)
      return parsed ? [[key, parsed] as const] : []
    })
  }

  private read<T>(key: string): T | null {
    try {
      return JSON.parse(this.storage.getItem(key) ?? 'null') as T | null
    } catch {
      return null
    }
  }

  private write(key: string, value: unknown): boolean {
    try {
      this.storage.setItem(key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  }

  private remove(key: string): void {
    this.storage.removeItem(key)
  }
}

export function sum(notes: readonly SeenNote[]): number {
  return notes.reduce((total, { unsent }) => total + unsent.changes, 0)
}

let memory: Ledger | null = null

/** The browser's list; one that lasts as long as the page where the browser keeps nothing. */
export function browserLedger(): Ledger {
  try {
    return new Ledger(window.localStorage)
  } catch {
    memory ??= new Ledger(new MemoryStorage())
    return memory
  }
}

/** What `localStorage` is, without a browser behind it. */
export class MemoryStorage implements Storage {
  private readonly values = new Map<string, string>()

  get length(): number {
    return this.values.size
  }
  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null
  }
  getItem(key: string): string | null {
    return this.values.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    this.values.set(key, value)
  }
  removeItem(key: string): void {
    this.values.delete(key)
  }
  clear(): void {
    this.values.clear()
  }
}
