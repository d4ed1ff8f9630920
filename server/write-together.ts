import type { Q, Store } from '../db/store.ts'
import type { Deps } from './deps.ts'

interface Batch<T> {
  items: Map<string, T>
  written: Promise<void>
}

/**
 * Small writes of many people at the same moment, as when a room of two hundred looks, in one transaction in the place
 * of two hundred.
 *
 * @param ms for how long the first one waits for others.
 * @returns what hands one over: of two under the same key the later one is written. It resolves once that is committed.
 */
export function writtenTogether<T>(ms: number, write: (q: Q, items: T[]) => Promise<void>) {
  const open = new WeakMap<Store, Batch<T>>()
  return ({ store }: Pick<Deps, 'store'>, key: string, item: T): Promise<void> => {
    let batch = open.get(store)
    if (!batch) {
      const items = new Map<string, T>()
      const written = new Promise<void>((resolve) => setTimeout(resolve, ms)).then(() => {
        open.delete(store)
        return store.tx((q) => write(q, [...items.values()]))
      })
      batch = { items, written }
      open.set(store, batch)
    }
    batch.items.set(key, item)
    return batch.written
  }
}
