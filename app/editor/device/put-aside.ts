import type * as Y from 'yjs'
import { quietDocument } from '#collab/quiet-document.ts'
import { asideOf } from './aside-words.ts'
import { openDeviceStore, removeStore } from './device-store.ts'
import type { AsideText, KeptStore, Ledger } from './ledger.ts'

/**
 * Takes a kept document out of use. What was sent goes at once, because it may hold what was removed from the draft
 * for good reason; what was not sent is kept as readable words. Nothing is removed before the words are written.
 */
export async function putAside(ledger: Ledger, store: KeptStore, why: AsideText['why'], now: number): Promise<void> {
  if (store.unsent > 0) {
    const notes = ledger.unsentOf(store.name).map(({ unsent }) => unsent)
    const text = await readStore(store, (doc) => asideOf(doc, store.kind, { why, at: now, notes }))
    if (text === null) return
    const titled = { ...text, title: text.title || store.title }
    if (text.parts.length > 0 && !ledger.noteAside(store.name, 'left', titled)) return
  }
  await removeStore(ledger, store.name)
}

/** Reads from a kept document without keeping it open; null where the device does not give it. */
export async function readStore<T>({ name }: Pick<KeptStore, 'name'>, read: (doc: Y.Doc) => T): Promise<T | null> {
  const doc = quietDocument()
  const store = await openDeviceStore(name, doc, () => undefined)
  const result = store ? read(doc) : null
  store?.close()
  doc.destroy()
  return result
}
