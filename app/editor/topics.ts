/** Lists of who wants to be told of what. */
export interface Topics<T extends string> {
  tell(topic: T): void
  subscribe(topic: T, listener: () => void): () => void
}

export function createTopics<T extends string>(): Topics<T> {
  const listeners = new Map<T, Set<() => void>>()
  return {
    tell(topic) {
      for (const listener of listeners.get(topic) ?? []) listener()
    },
    subscribe(topic, listener) {
      const here = listeners.get(topic) ?? new Set()
      listeners.set(topic, here.add(listener))
      return () => here.delete(listener)
    },
  }
}
