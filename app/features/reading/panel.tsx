import type { ReactNode } from 'react'

interface PanelProps {
  /** The stable anchor. */
  id: string
  title: string
  /** A number or a few words beside the title. */
  count?: ReactNode
  /** Why the panel exists and how to read it. */
  why?: ReactNode
  discuss?: { href: string; words: string } | null
  children: ReactNode
}

/** One panel of an entry's page. */
export function Panel({ id, title, count, why, discuss, children }: PanelProps) {
  return (
    <section id={id} className="panel" aria-labelledby={`${id}-title`}>
      <div className="panel-head">
        <h2 id={`${id}-title`}>
          {title}
          {count === undefined ? null : <span className="count">{count}</span>}
        </h2>
        {discuss ? (
          <a className="panel-discuss no-print" href={discuss.href}>
            {discuss.words}
            <span className="visually-hidden">: {title}</span>
          </a>
        ) : null}
      </div>
      {children}
      {why ? <p className="why">{why}</p> : null}
    </section>
  )
}

/** Says that something is not there yet and how to begin it. @param place null where nothing can be begun. */
export function NothingYet({
  place,
  children = 'Nobody has written this yet.',
}: {
  place: string | null
  children?: string | undefined
}) {
  return (
    <p className="nothing-yet">
      {children} {place === null ? null : <a href={`/drafts/new?entry=${place}`}>Propose a revision</a>}
    </p>
  )
}
