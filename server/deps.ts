import type { Store } from '../db/store.ts'
import type { CollabService } from './collab/service.ts'
import type { Env } from './env.ts'
import type { LiveBus } from './live/bus.ts'
import type { Logger } from './log.ts'

/** What every use case and view is given: values for the clock and for chance, so that a test can choose them. */
export interface Deps {
  env: Env
  store: Store
  log: Logger
  /** Milliseconds since 1970, UTC. */
  now: () => number
  /** A new random id, 20 characters of `a-z0-9`. */
  newId: () => string
  randomBytes: (length: number) => Uint8Array
  live: LiveBus
  collab: CollabService
}
