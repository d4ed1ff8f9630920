import type { ReactNode } from 'react'
import { Fragment, useState } from 'react'

interface Props {
  /** What the form starts from; another value gives a fresh form, but never over words that are being typed. */
  of: string | number
  /** The form can be sent now. */
  offered: boolean
  /** It was sent and refused: what was typed is in it. */
  refused: boolean
  children: ReactNode
}

/**
 * Keeps a form where it is while somebody types into it or reads why it was refused, whatever others do meanwhile.
 * Where it can be sent no more, its words stay to be copied.
 */
export function Steady({ of, offered, refused, children }: Props) {
  const [held, setHeld] = useState({ of, typed: false })
  const busy = held.typed || refused
  if (!busy && held.of !== of) setHeld({ of, typed: false })
  if (!offered && !busy) return null
  return (
    <div
      className="no-print"
      onInput={() => held.typed || setHeld({ ...held, typed: true })}
      onSubmit={() => setHeld({ ...held, typed: false })}
    >
      {offered ? null : (
        <p className="notice notice-warn" role="status">
          This changed meanwhile, and the form below may not be taken any more. What you typed is kept here to copy.
        </p>
      )}
      <Fragment key={held.of}>{children}</Fragment>
    </div>
  )
}
