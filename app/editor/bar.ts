import { closeCodes } from '#collab/close-codes.ts'
import type { Connection } from './connection-state.ts'

export type BarAction = 'retry' | 'download' | 'sign-in' | 'reload' | 'meant' | 'take-back'

export interface Bar {
  tone: 'calm' | 'busy' | 'warn' | 'bad'
  text: string
  actions: BarAction[]
  /** Seconds until the next attempt to connect, apart from the text: nobody wants to hear them counted down. */
  retryIn?: number
}

/** Saving is only worth a word when it takes longer than this, in milliseconds. */
export const savingPatience = 600

/**
 * What the connection bar says. It calls changes saved only when the server has confirmed every one of them.
 *
 * @param readOnly why this viewer may not write; null when they may.
 * @param now milliseconds since 1970.
 * @param frozen nobody may write: the whole site is read only for a time.
 */
export function barOf(connection: Connection, readOnly: string | null, now: number, frozen = false): Bar {
  const unsaved = connection.local - connection.saved
  if (connection.stopped !== null) return stoppedBar(connection, connection.stopped, unsaved, frozen)
  if (!connection.open || !connection.synced) return waitingBar(connection, unsaved, readOnly, now)
  if (connection.removal !== null) {
    return {
      tone: 'bad',
      text: `Your last change would remove about ${connection.removal.toLocaleString('en')} characters of the draft, so it waits. Is that meant?`,
      actions: ['meant', 'take-back', 'download'],
    }
  }
  if (connection.quarantined) return damagedBar(connection, unsaved, ['download'])
  if (readOnly === null && connection.write === false) {
    return {
      tone: 'bad',
      text: `${lostRight(frozen)}${unsent(connection, unsaved)}`,
      actions: unsaved > 0 ? ['download', 'reload'] : ['reload'],
    }
  }
  if (readOnly !== null) return { tone: 'calm', text: `Read-only. ${readOnly}`, actions: [] }
  if (connection.degraded) {
    return {
      tone: 'warn',
      text: `The server cannot store changes at the moment. ${changes(unsaved)} kept ${where(connection)}${leave(connection)}.`,
      actions: ['download'],
    }
  }
  if (unsaved > 0) {
    const slow = connection.unsavedSince !== null && now - connection.unsavedSince > savingPatience
    // Too soon to speak of saving, and too soon to speak of saved: a crash in this very moment would show it.
    return slow ? { tone: 'busy', text: 'Saving…', actions: [] } : { tone: 'calm', text: 'Connected', actions: [] }
  }
  if (!connection.proven) return { tone: 'calm', text: 'Connected', actions: [] }
  return { tone: 'calm', text: 'Synced · all changes saved', actions: [] }
}

function waitingBar(connection: Connection, unsaved: number, readOnly: string | null, now: number): Bar {
  const { loaded, retrying } = connection
  if (!loaded && !retrying)
    return { tone: 'busy', text: 'Connecting. You can read the text as last saved.', actions: [] }
  const again = reconnecting(connection)
  const soon = retryIn(connection, now)
  if (!loaded || readOnly !== null) {
    return {
      tone: 'warn',
      text: `Not connected. Below is the text as last received. ${again}`,
      actions: ['retry'],
      ...soon,
    }
  }
  if (unsaved > 0) {
    const page = connection.kept ? '' : '; leave the page open'
    return {
      tone: 'warn',
      text: `Offline. ${changes(unsaved)} kept ${where(connection)}. Keep writing${page}. ${again}`,
      actions: ['retry', 'download'],
      ...soon,
    }
  }
  const kept = connection.kept
    ? 'You can keep writing; it is kept on this device.'
    : 'You can keep writing; leave the page open.'
  return { tone: 'warn', text: `${again} ${kept}`, actions: ['retry'], ...soon }
}

/** Why there is no connection. */
function reconnecting({ lastCode }: Connection): string {
  const why = lastCode === null ? undefined : reasons[lastCode]
  return why ? `${why} Reconnecting…` : 'Reconnecting…'
}

function retryIn({ retryAt }: Connection, now: number): { retryIn?: number } {
  const seconds = retryAt === null || now === 0 ? 0 : Math.ceil((retryAt - now) / 1_000)
  return seconds > 1 ? { retryIn: seconds } : {}
}

const reasons: Record<number, string> = {
  [closeCodes.restarting]: 'The server is restarting.',
  [closeCodes.slow]: 'The server cannot serve this draft at the moment.',
  [closeCodes.overloaded]: 'The server is full at the moment.',
  [closeCodes.rateLimited]: 'Too much was sent at once, or this draft is open in too many windows: close some.',
}

function lostRight(frozen: boolean): string {
  return frozen
    ? 'Nobody can write at the moment: the whole site is read only.'
    : 'You may no longer write in this draft.'
}

function stoppedBar(connection: Connection, code: number, unsaved: number, frozen: boolean): Bar {
  const kept = unsent(connection, unsaved)
  const save: BarAction[] = unsaved > 0 ? ['download'] : []
  switch (code) {
    case closeCodes.signedOut:
      return {
        tone: 'bad',
        text: `You are signed out, or somebody else signed in here.${kept} Sign in again, then retry.`,
        actions: ['sign-in', 'retry', ...save],
      }
    case closeCodes.notAllowed:
      // A damaged document takes nothing from anybody; what waits here made the server hang up.
      if (connection.quarantined) return damagedBar(connection, unsaved, ['retry', 'download'])
      return { tone: 'bad', text: `${lostRight(frozen)}${kept}`, actions: ['reload', ...save] }
    case closeCodes.unknownRoom:
      return {
        tone: 'bad',
        text: `This draft was removed, or is no longer open to you.${kept || ' The text stays on this page.'}`,
        actions: ['download'],
      }
    case closeCodes.outdated:
      return { tone: 'bad', text: `This page is out of date. Reload to continue.${kept}`, actions: [...save, 'reload'] }
    case 1009:
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

function damagedBar(connection: Connection, unsaved: number, actions: BarAction[]): Bar {
  return {
    tone: 'warn',
    text: `Read-only. The document is damaged; this is how it last was whole.${unsent(connection, unsaved)} A moderator can repair it.`,
    actions,
  }
}

function unsent(connection: Connection, unsaved: number): string {
  return unsaved > 0 ? ` ${changes(unsaved)} not sent; the text stays ${where(connection)}.` : ''
}

function where({ kept }: Connection): string {
  return kept ? 'on this device' : 'on this page'
}

function leave({ kept }: Connection): string {
  return kept ? '' : '; leave it open'
}

function changes(n: number): string {
  return n === 1 ? '1 change' : `${n} changes`
}
