import { fetchUpdates, IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { Ledger } from './ledger.ts'
import type { StoreName } from './names.ts'
import { databaseName } from './names.ts'

/** A device that does not answer by then is treated as one that keeps nothing; milliseconds. */
const openPatience = 3_000

export interface DeviceStore {
  readonly name: StoreName
  /** The origin of changes that come from the device. */
  readonly origin: unknown
  /** Takes in what other pages of this person have written to the device meanwhile. */
  reread(): Promise<void>
  close(): void
}

/**
 * Keeps a document on this device and fills it with what is there. Null where the browser keeps nothing: in some
 * private windows, or when the disk is full.
 *
 * @param lost is called when the device stops keeping it.
 */
export async function openDeviceStore(name: StoreName, doc: Y.Doc, lost: () => void): Promise<DeviceStore | null> {
  if (!(await canKeep())) return null
  const kept = new IndexeddbPersistence(databaseName(name), doc)
  const opened = await within(openPatience, kept.whenSynced)
  if (!opened) {
    void kept.destroy()
    return null
  }
  let open = true
  const close = () => {
    if (!open) return
    open = false
    void kept.destroy()
  }
  const end = () => {
    close()
    lost()
  }
  // Another page removes the store (signed out, draft deleted), the browser takes it away, or the disk is full.
  for (const event of ['versionchange', 'close', 'abort']) kept.db?.addEventListener(event, end)
  return {
    name,
    origin: kept,
    async reread() {
      if (open) await fetchUpdates(kept)
    },
    close,
  }
}

/** Deletes a kept document with everything noted of it. Open pages let go of it and go on without. */
export function removeStore(ledger: Ledger, name: StoreName): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(databaseName(name))
    request.onsuccess = () => {
      ledger.forgetStore(name)
      resolve()
    }
    request.onerror = () => resolve()
    request.onblocked = () => resolve()
  })
}

/** Tried on a database of its own, because the library reports a failure to nobody. */
async function canKeep(): Promise<boolean> {
  try {
    const request = indexedDB.open('folkmoot')
    const result = new Promise<boolean>((resolve) => {
      request.onsuccess = () => {
        request.result.close()
        resolve(true)
      }
      request.onerror = (event) => {
        event.preventDefault()
        resolve(false)
      }
    })
    return (await within(openPatience, result)) ?? false
  } catch {
    return false
  }
}

function within<T>(patience: number, promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience)
    promise.then(
      (value) => {
        clearTimeout(timer)
        resolve(value)
      },
      () => {
        clearTimeout(timer)
        resolve(null)
      },
    )
  })
}
