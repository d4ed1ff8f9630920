import { EventEmitter } from 'node:events'

/**
 * What happened, said after commit. `topic` is what a page may listen to (`thread/<id>`, `draft/<id>`,
 * `ballot/<id>`, `entry/<id>`); `type` is the record event's type. It carries no text and no choice: who hears it
 * asks the page again and gets what they are allowed to see.
 */
export interface LiveEvent {
  topic: string
  type: string
  id: string
}

/** Said on a stream that is closed to its reader, and on no topic. */
export const goneType = 'gone'

export interface LiveBus {
  publish(events: readonly LiveEvent[]): void
  subscribe(listener: (event: LiveEvent) => void): () => void
}

/** In-process bus; another implementation may carry the same events between processes. */
export function createLiveBus(): LiveBus {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  return {
    publish(events) {
      for (const event of events) emitter.emit('event', event)
    },
    subscribe(listener) {
      emitter.on('event', listener)
      return () => emitter.off('event', listener)
    },
  }
}
