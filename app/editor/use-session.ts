import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { closeCodes } from '#collab/close-codes.ts'
import type { EntryContent, EntryKind } from '#domain/entries/kinds.ts'
import type { AwayNotice } from './away.ts'
import type { Connection } from './connection-state.ts'
import { isUnsaved, noConnection } from './connection-state.ts'
import type { Person, PresenceUser } from './presence-state.ts'
import type { EditorSession } from './session-types.ts'

/** Which document to open, and for whom. */
interface Opening {
  draftId: string
  kind: EntryKind
  title: string
  /** Null for a signed-out reader, who gets the text as last saved. */
  user: PresenceUser | null
  mayWrite: boolean
}

/**
 * Opens the shared document of a draft in the browser, and another where it was replaced. Null on the server, until
 * the page has loaded what it needs, and always when there is nobody to be.
 *
 * @param onReplaced is called when the draft has another document than the one this device had.
 */
export function useSession(
  { draftId, kind, title, user, mayWrite }: Opening,
  onReplaced: () => void,
): EditorSession | null {
  const [session, setSession] = useState<EditorSession | null>(null)
  // A fresh object each time: the same document may have to be opened anew.
  const [opening, setOpening] = useState<{ generation: number | null }>({ generation: null })
  const { id, name, colour } = user ?? { id: '', name: '', colour: '' }
  // Rights and title may change while the document is open; only the first matter.
  const first = useRef({ title, mayWrite })
  const told = useRef(onReplaced)
  told.current = onReplaced
  useEffect(() => {
    if (id === '') return
    let open: EditorSession | null = null
    let left = false
    import('./session.ts').then(({ openSession }) => {
      if (left) return
      const user = { id, name, colour }
      open = openSession({
        ...first.current,
        draftId,
        kind,
        user,
        ...opening,
        replaced(generation, why) {
          if (why === 'replaced') told.current()
          setOpening({ generation })
        },
      })
      setSession(open)
    })
    return () => {
      left = true
      open?.destroy()
      setSession(null)
    }
  }, [draftId, kind, id, name, colour, opening])
  return session
}

/** Whoever lost the right to write but may still read comes back as a reader, unless something was left unsent. */
export function useReturnAsReader(session: EditorSession | null, connection: Connection, mayWrite: boolean): void {
  const back = !mayWrite && connection.stopped === closeCodes.notAllowed && !isUnsaved(connection)
  useEffect(() => {
    if (back) session?.retry()
  }, [session, back])
}

/** What there is to say of having been away; null where there is nothing. */
export function useAway(session: EditorSession | null): AwayNotice | null {
  return useSyncExternalStore(
    session ? (listener) => session.subscribe('away', listener) : never,
    session ? session.away : () => null,
    () => null,
  )
}

const never = () => () => undefined
const nobody: Person[] = []

export function useConnection(session: EditorSession | null): Connection {
  return useSyncExternalStore(
    session ? (listener) => session.subscribe('connection', listener) : never,
    session ? session.connection : () => noConnection,
    () => noConnection,
  )
}

export function usePeople(session: EditorSession | null): Person[] {
  return useSyncExternalStore(
    session ? (listener) => session.subscribe('people', listener) : never,
    session ? session.people : () => nobody,
    () => nobody,
  )
}

/** How often the readiness list and a reader's text follow the document, in milliseconds. */
const contentPause = 250

/** What the draft says now: as last saved until the document is complete, then as it changes. */
export function useContent(session: EditorSession | null, loaded: boolean, saved: EntryContent): EntryContent {
  const [content, setContent] = useState<EntryContent | null>(null)
  useEffect(() => {
    if (!session || !loaded) return setContent(null)
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      timer = undefined
      setContent(session.content())
    }
    read()
    const stop = session.subscribe('content', () => {
      timer ??= setTimeout(read, contentPause)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [session, loaded])
  return content ?? saved
}
