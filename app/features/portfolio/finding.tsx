import type { ReactNode } from 'react'

interface FindingProps {
  id: string
  title: string
  count?: ReactNode
  /** Why it matters, and the rule by which it was found. */
  why: string
  rule: string
  children: ReactNode
}

/** One finding of the audit: what was found, why it matters and by which rule. */
export function Finding({ id, title, count, why, rule, children }: FindingProps) {
  return (
    <section id={id} className="finding" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title}
        {count === undefined ? null : <span className="count">{count}</span>}
      </h2>
      {children}
      <p className="why">{why}</p>
      <details className="finding-rule">
        <summary>The rule</summary>
        <p>{rule}</p>
      </details>
    </section>
  )
}
