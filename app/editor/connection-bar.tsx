import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { Bar, BarAction } from './bar.ts'
import { barOf, savingPatience } from './bar.ts'
import type { Connection } from './connection-state.ts'
import { isUnsaved } from './connection-state.ts'
import { downloadCopy } from './download-copy.ts'
import type { EditorSession } from './session-types.ts'

interface ConnectionBarProps {
  session: EditorSession | null
  connection: Connection
  /** Why the viewer may not write; null when they may. */
  readOnly: string | null
  /** False for whoever gets no live text: a signed-out reader. */
  live: boolean
  /** The whole site is read only for a time. */
  frozen: boolean
}

const glyphs = { calm: '●', busy: '◌', warn: '▲', bad: '■' } as const

/** Always in the layout at every width, and always true: where the words on this page are kept. */
export function ConnectionBar({ session, connection, readOnly, live, frozen }: ConnectionBarProps) {
  const now = useNowWhile(isUnsaved(connection) || connection.retryAt !== null)
  const { tone, text, actions, retryIn }: Bar = live
    ? barOf(connection, readOnly, now, frozen)
    : { tone: 'calm' as const, text: `Read-only. ${readOnly ?? ''}`, actions: [] }
  return (
    <section
      className={`connection-bar connection-${tone}`}
      aria-label="Connection"
      data-region="connection"
      tabIndex={-1}
    >
      <p role="status">
        <span aria-hidden="true">{glyphs[tone]} </span>
        {text}
      </p>
      {retryIn === undefined ? null : (
        <span className="connection-when" aria-hidden="true">
          in {retryIn} s
        </span>
      )}
      {session ? actions.map((action) => <BarButton key={action} action={action} session={session} />) : null}
    </section>
  )
}

function BarButton({ action, session }: { action: BarAction; session: EditorSession }) {
  const { pathname } = useLocation()
  switch (action) {
    case 'retry':
      return (
        <button type="button" className="button button-small" onClick={session.retry}>
          Retry now
        </button>
      )
    case 'download':
      return (
        <button type="button" className="button button-small" onClick={() => downloadCopy(session.content())}>
          Download a copy
        </button>
      )
    case 'meant':
      return (
        <button type="button" className="button button-small" onClick={session.confirmRemoval}>
          Yes, remove it
        </button>
      )
    case 'take-back':
      return (
        <button type="button" className="button button-small" onClick={session.takeBack}>
          No, show the draft as it was
        </button>
      )
    case 'sign-in':
      return (
        <a
          className="button button-small"
          href={`/sign-in?next=${encodeURIComponent(pathname)}`}
          target="_blank"
          rel="noopener"
        >
          Sign in in a new tab
        </a>
      )
    case 'reload':
      return (
        <button type="button" className="button button-small" onClick={() => window.location.reload()}>
          Reload
        </button>
      )
  }
}

/** The time, moving only while it matters; milliseconds since 1970. */
function useNowWhile(active: boolean): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (!active) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), savingPatience / 2)
    return () => clearInterval(timer)
  }, [active])
  return now
}
