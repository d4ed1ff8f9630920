import type { Q, Store } from './store.ts'

type Key = string | number | null
type Query<K extends Key[], T> = (q: Q, ...keys: K) => Promise<T>

/** Answers that are kept at a time; with more than this somebody asks for things that others do not ask for. */
const mostKept = 500

interface Kept {
  version: number
  size: number
  answers: Map<unknown, Map<string, Promise<unknown>>>
}

const keptBy = new WeakMap<Store, Kept>()

/**
 * Asks what does not hang on who asks: when two hundred pages of a room are told of the same change, the first of them
 * makes the query and all others get its answer, until anything at all is committed. What a person may see of it is for
 * the caller to say; nobody changes the answer.
 *
 * @param query always the same function for the same question.
 */
export function sameForAll<K extends Key[], T>(store: Store, query: Query<K, T>, ...keys: K): Promise<T> {
  const version = store.version()
  let kept = keptBy.get(store)
  if (!kept || kept.version !== version || kept.size >= mostKept) {
    kept = { version, size: 0, answers: new Map() }
    keptBy.set(store, kept)
  }
  const of = kept.answers.get(query) ?? new Map<string, Promise<unknown>>()
  kept.answers.set(query, of)
  const key = JSON.stringify(keys)
  const known = of.get(key)
  if (known) return known as Promise<T>
  const asked = query(store.read, ...keys)
  of.set(key, asked)
  kept.size += 1
  // A query that failed may go well the next time.
  asked.catch(() => of.delete(key))
  return asked
}
