/**
 * The frames of the socket: a number (variable-length unsigned integer, as in `lib0`) and its body. 0 to 3 are the
 * y-websocket protocol; 100 and above are ours and go only to a client that used them first, so that a stock
 * client never meets a number it does not know. Clauses: SPEC.md.
 */
export const messages = {
  /** Yjs sync protocol: a sub-type from `syncSteps` and bytes. */
  sync: 0,
  /** An awareness update. */
  awareness: 1,
  /** Server to client: a write was refused; `0` and a sentence. */
  auth: 2,
  /** Client to server: tell me all awareness states. */
  queryAwareness: 3,
  /** `n`: the server sends it back once everything received before it on this socket is on disk. */
  durable: 100,
  /** Client: tell me the room's status and its changes. Server: a JSON string, `RoomStatus`. */
  status: 101,
  /** About a change that removes much at once, `n`: see `removal`. */
  removal: 102,
  /** Client to server: a section (string, its id) whose editor differed from the document, and was made anew. */
  report: 103,
} as const

/**
 * A change that takes away much of a draft is held until its writer says that it is meant (SPEC [A7]). Client: `0`,
 * it can ask; `1`, the writer said yes. Server: the number of characters that what was sent would remove.
 */
export const removal = { canAsk: 0, meant: 1 } as const

/** What our own pages say they speak, as `?v=`; a server that does not closes with `outdated`. */
export const protocolVersion = '1'

/** The generation that a close for `outdated` names; null where the page itself is out of date. */
export function replacedBy(reason: string): number | null {
  const match = /^generation (\d+)$/.exec(reason)
  return match ? Number(match[1]) : null
}

export const syncSteps = {
  /** A state vector: what I have; answer with what I lack. */
  request: 0,
  /** What the other side lacked. */
  reply: 1,
  /** A change. */
  update: 2,
} as const

export interface RoomStatus {
  /**
   * `degraded`: changes are kept but cannot be written to disk at the moment. `quarantined`: the document is damaged
   * and shown, to read only, as it last was whole.
   */
  state: 'ok' | 'degraded' | 'quarantined'
  /** Whether this socket may change the document. */
  write: boolean
  /** Raised when the document was replaced; local text of an older generation must not be merged. */
  generation: number
}
