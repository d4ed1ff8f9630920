import type { LiveBus, LiveEvent } from './bus.ts'

export interface Stream {
  actorId: string
  topics: ReadonlySet<string>
  send(event: LiveEvent): void
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
  const perPerson = new Map<string, number>()
  let recent: { event: LiveEvent; at: number }[] = []

  live.subscribe((event) => {
    recent = recent.filter(({ at }) => at > now() - recentMs)
    recent.push({ event, at: now() })
    for (const stream of byTopic.get(event.topic) ?? []) stream.send(event)
  })

  return {
    add(stream) {
      const before = perPerson.get(stream.actorId) ?? 0
      if (before >= streamsPerPerson) return null
      perPerson.set(stream.actorId, before + 1)
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
        const left = (perPerson.get(stream.actorId) ?? 1) - 1
        if (left > 0) perPerson.set(stream.actorId, left)
        else perPerson.delete(stream.actorId)
      }
    },
  }
}
