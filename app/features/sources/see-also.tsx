import type { ReactNode } from 'react'
import { useId } from 'react'
import { contributionTypeLabels } from '#domain/threads/words.ts'
import type { LinkEnd, Links } from '#server/views/see-also.ts'

/** How links are given in a form. */
export const seeAlsoHint =
  'Links of other contributions, each on a line of its own. The time beside a contribution is its link.'

interface Props {
  links: Links
  /** The thread on whose page this stands: it need not be named. */
  threadId: string
}

/** The contributions that one names, and those that name it. */
export function SeeAlso({ links: { named, namedBy, moreNamedBy }, threadId }: Props) {
  return (
    <>
      <LinkList label="See also" ends={named} threadId={threadId} />
      <LinkList
        label="Linked from"
        ends={namedBy}
        threadId={threadId}
        after={moreNamedBy > 0 ? <li className="muted">and {moreNamedBy} more</li> : null}
      />
    </>
  )
}

interface ListProps {
  label: string
  ends: readonly LinkEnd[]
  threadId: string
  after?: ReactNode
  /** What may be done with each. */
  act?(end: LinkEnd): ReactNode
}

export function LinkList({ label, ends, threadId, after = null, act }: ListProps) {
  const id = useId()
  if (ends.length === 0) return null
  return (
    <div className="evidence">
      <p className="evidence-label" id={id}>
        {label}
      </p>
      <ul aria-labelledby={id}>
        {ends.map((end) => (
          <li key={end.id}>
            <a href={`/threads/${end.threadId}?at=${end.id}#c-${end.id}`}>
              {end.author},{' '}
              {end.deleted ? `deleted ${contributionTypeLabels[end.type].toLowerCase()}` : `“${end.text}”`}
            </a>
            {end.threadId === threadId ? null : <span className="muted"> in “{end.threadTitle}”</span>}
            {act?.(end)}
          </li>
        ))}
        {after}
      </ul>
    </div>
  )
}
