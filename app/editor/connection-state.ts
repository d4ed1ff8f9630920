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
  degraded: false,
}

export type BarAction = 'retry' | 'download' | 'sign-in' | 'reload'

export interface Bar {
  tone: 'calm' | 'busy' | 'warn' | 'bad'
  text: string
  actions: BarAction[]
}

/** Saving is only worth a word when it takes longer than this, in milliseconds. */
export const savingPatience = 600

/**
 * What the connection bar says. It calls changes saved only when the server has confirmed every one of them.
 *
 * @param readOnly why this viewer may not write; null when they may.
 * @param now milliseconds since 1970.
 */
export function barOf(connection: Connection, readOnly: string | null, now: number): Bar {
  const unsaved = connection.local - connection.saved
  if (connection.stopped !== null) return stoppedBar(connection.stopped, unsaved)
  if (!connection.open || !connection.synced) return waitingBar(connection, unsaved, readOnly)
  if (readOnly === null && connection.write === false) {
    const kept = unsaved > 0 ? ` ${changes(unsaved)} not sent; the text stays on this page.` : ''
    return {
      tone: 'bad',
      text: `You may no longer write in this draft.${kept}`,
      actions: unsaved > 0 ? ['download', 'reload'] : ['reload'],
    }
  }
  if (readOnly !== null) return { tone: 'calm', text: `Read-only. ${readOnly}`, actions: [] }
  if (connection.degraded) {
    return {
      tone: 'warn',
      text: `The server cannot store changes at the moment. ${changes(unsaved)} kept on this page; leave it open.`,
      actions: ['download'],
    }
  }
  if (unsaved > 0) {
    const slow = connection.unsavedSince !== null && now - connection.unsavedSince > savingPatience
    // Too soon to speak of saving, and too soon to speak of saved: a crash in this very moment would show it.
    return slow ? { tone: 'busy', text: 'Saving…', actions: [] } : { tone: 'calm', text: 'Connected', actions: [] }
  }
  return { tone: 'calm', text: 'Synced · all changes saved', actions: [] }
}

function waitingBar({ loaded, retrying }: Connection, unsaved: number, readOnly: string | null): Bar {
  if (!loaded && !retrying)
    return { tone: 'busy', text: 'Connecting. You can read the text as last saved.', actions: [] }
  if (!loaded || readOnly !== null) {
    return {
      tone: 'warn',
      text: 'Not connected. Below is the text as last received. Reconnecting…',
      actions: ['retry'],
    }
  }
  if (unsaved > 0) {
    return {
      tone: 'warn',
      text: `Offline. ${changes(unsaved)} kept on this page. Keep writing; leave the page open.`,
      actions: ['retry', 'download'],
    }
  }
  return { tone: 'warn', text: 'Reconnecting… You can keep writing; leave the page open.', actions: ['retry'] }
}

function stoppedBar(code: number, unsaved: number): Bar {
  const kept = unsaved > 0 ? ` ${changes(unsaved)} not sent; the text stays on this page.` : ''
  const save: BarAction[] = unsaved > 0 ? ['download'] : []
  switch (code) {
    case closeCodes.signedOut:
      return {
        tone: 'bad',
        text: `You are signed out.${kept} Sign in again, then retry.`,
        actions: ['sign-in', 'retry', ...save],
      }
    case closeCodes.notAllowed:
      return { tone: 'bad', text: `You may no longer write in this draft.${kept}`, actions: ['reload', ...save] }
    case closeCodes.unknownRoom:
      return {
        tone: 'bad',
        text: `This draft was removed, or is no longer open to you.${kept || ' The text stays on this page.'}`,
        actions: ['download'],
      }
    case closeCodes.outdated:
      return { tone: 'bad', text: `This page is out of date. Reload to continue.${kept}`, actions: [...save, 'reload'] }
    case closeCodes.tooLarge:
      return {
        tone: 'bad',
        text: `The last change is too large to be stored.${kept} Download a copy, reload, and add less at once.`,
        actions: ['download', 'reload'],
      }
    case closeCodes.badUpdate:
      return {
        tone: 'bad',
        text: `The server could not accept the last change.${kept} Download a copy, then reload.`,
        actions: ['download', 'reload'],
      }
    default:
      return { tone: 'bad', text: `The connection was closed (${code}).${kept}`, actions: ['retry', ...save] }
  }
}

function changes(n: number): string {
  return n === 1 ? '1 change' : `${n} changes`
}

/** True while typed text would be lost with the page. */
export function isUnsaved({ local, saved }: Connection): boolean {
  return local > saved
}

/** Whether the text may be edited: not before it is complete, and not when nothing can be sent any more. */
export function isWritable({ loaded, stopped, write }: Connection, mayWrite: boolean): boolean {
  return mayWrite && loaded && write !== false && (stopped === null || stopped === closeCodes.signedOut)
}
