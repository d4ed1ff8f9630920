import { closeCodes } from '#collab/close-codes.ts'

/** What is known of the connection; everything the bar says is worked out from this. */
export interface Connection {
  /** The socket is open. */
  open: boolean
  /** The document was complete at least once on this page. */
  loaded: boolean
  /** The document is complete over the socket that is open now. */
  synced: boolean
  /** Changes made on this page so far. */
  local: number
  /** Of these, how many the server has on disk. */
  saved: number
  /** When the oldest change that is not saved was made; milliseconds since 1970. */
  unsavedSince: number | null
  /** A close code after which the page does not come back by itself. */
  stopped: number | null
  /** The last connection was lost and another is being tried. */
  retrying: boolean
  /** Whether the server takes changes from this page; null before it has said so. */
  write: boolean | null
  /** The document is damaged, and shown as it last was whole. */
  quarantined: boolean
  /** This device keeps what is typed, also when the page is closed. */
  kept: boolean
  /** Everything that came from this device was confirmed by the server. */
  proven: boolean
  /** Characters that a held change would remove, until the person says whether that is meant. */
  removal: number | null
  /** When the next attempt to connect begins; milliseconds since 1970. */
  retryAt: number | null
  /** Why the connection was lost, where that is known. */
  lastCode: number | null
  /** The server keeps changes but cannot write them to disk at the moment. */
  degraded: boolean
}

export const noConnection: Connection = {
  open: false,
  loaded: false,
  synced: false,
  local: 0,
  saved: 0,
  unsavedSince: null,
  stopped: null,
  retrying: false,
  write: null,
  quarantined: false,
  kept: false,
  proven: true,
  removal: null,
  retryAt: null,
  lastCode: null,
  degraded: false,
}

/** True while something that was typed is not confirmed by the server. */
export function isUnsaved({ local, saved }: Connection): boolean {
  return local > saved
}

/** Whether the text may be edited: not before it is complete, and not when nothing can be sent any more. */
export function isWritable({ loaded, stopped, write, quarantined }: Connection, mayWrite: boolean): boolean {
  return mayWrite && loaded && write !== false && !quarantined && (stopped === null || stopped === closeCodes.signedOut)
}
