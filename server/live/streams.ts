import type { LiveBus, LiveEvent } from './bus.ts'

export interface Stream {
  actorId: string
  topics: ReadonlySet<string>
  send(event: LiveEvent): void
  /** Somebody's rights may be gone: to be looked at now, not with the next event. */
  check(): void
}

/** What happened so shortly ago that a page may have been made before it and be listening only now. */
const recentMs = 10_000
/** A person with so many open pages has more than they can look at. */
export const streamsPerPerson = 12

export interface Streams {
  /** Adds a stream and tells it what happened in the last ten seconds. Null when the person has too many. */
  add(stream: Stream): (() => void) | null
}

/** Who listens to which topic; one listener on the bus for all of them. */
export function createStreams(live: LiveBus, now: () => number): Streams {
  const byTopic = new Map<string, Set<Stream>>()
  const byPerson = new Map<string, Set<Stream>>()
  let recent: { event: LiveEvent; at: number }[] = []

  live.subscribe((event) => {
    if (event.topic.startsWith('actor/')) {
      for (const stream of byPerson.get(event.topic.slice('actor/'.length)) ?? []) stream.check()
      return
    }
    recent = recent.filter(({ at }) => at > now() - recentMs)
    recent.push({ event, at: now() })
    for (const stream of byTopic.get(event.topic) ?? []) stream.send(event)
  })

  return {
    add(stream) {
      const own = byPerson.get(stream.actorId) ?? new Set()
      if (own.size >= streamsPerPerson) return null
      byPerson.set(stream.actorId, own.add(stream))
      for (const topic of stream.topics) byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(stream))
      for (const { event, at } of recent) {
        if (at > now() - recentMs && stream.topics.has(event.topic)) stream.send(event)
      }
      return () => {
        for (const topic of stream.topics) {
          const listeners = byTopic.get(topic)
          listeners?.delete(stream)
          if (listeners?.size === 0) byTopic.delete(topic)
        }
        own.delete(stream)
        if (own.size === 0 && byPerson.get(stream.actorId) === own) byPerson.delete(stream.actorId)
      }
    },
  }
}
