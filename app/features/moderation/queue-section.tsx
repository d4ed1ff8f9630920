import type { ReactNode } from 'react'

interface Props {
  id: string
  title: string
  count: number
  /** Said when there is nothing. */
  empty: string
  /** Where to go then. */
  action: { href: string; words: string } | null
  children: ReactNode
}

/** One list of the queue; an empty one says what belongs there. */
export function QueueSection({ id, title, count, empty, action, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title}
        <span className="count">{count}</span>
      </h2>
      {count === 0 ? (
        <p className="muted">
          {empty} {action ? <a href={action.href}>{action.words}</a> : null}
        </p>
      ) : (
        <ul className="list-plain">{children}</ul>
      )}
    </section>
  )
}
