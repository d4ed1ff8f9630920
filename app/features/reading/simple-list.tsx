import type { ComponentProps, ReactNode } from 'react'
import { DroppedFilters } from './dropped-filters.tsx'
import { Pager } from './pager.tsx'

interface SimpleListProps {
  /** Where in the list one is; absent where one page holds it all. */
  page?: { total: number; dropped: readonly { name: string; value: string }[] } & ComponentProps<typeof Pager>['page']

  title: string
  why: string
  items: readonly { href: string; title: string; eyebrow: string; text: string; line: string }[]
  children?: ReactNode
}

/** A list of all entries of a kind that has few. */
export function SimpleList({ title, why, items, page, children }: SimpleListProps) {
  return (
    <div className="page page-narrow">
      <h1>{title}</h1>
      <p className="why">{why}</p>
      {page ? <DroppedFilters dropped={page.dropped} /> : null}
      {children}
      <ul className="list-plain">
        {items.map((item) => (
          <li key={item.href} className="strategy-row">
            {item.eyebrow ? <p className="eyebrow">{item.eyebrow}</p> : null}
            <h2>
              <a href={item.href}>{item.title}</a>
            </h2>
            {item.text ? <p className="strategy-bet">{item.text}</p> : null}
            <p className="counters">{item.line}</p>
          </li>
        ))}
      </ul>
      {page ? <Pager page={page} what="entries" /> : null}
      {items.length === 0 ? <p>Nothing is published here yet.</p> : null}
      <p className="actions">
        <a className="button" href="/drafts/new">
          Propose a new entry
        </a>
      </p>
    </div>
  )
}
