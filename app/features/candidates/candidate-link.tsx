import { Link } from '@remix-run/react'
import type { Showing } from '#app/features/threads/links.ts'
import { threadHref } from '#app/features/threads/links.ts'
import { candidateName } from '#domain/candidates/rules.ts'

/** A link that opens a form in place, with or without script. */
export function CandidateLink({
  n,
  act,
  word,
  showing,
}: {
  n: number
  act: 'on' | 'reword' | 'merge'
  word: string
  showing: Showing
}) {
  return (
    <Link to={threadHref(showing, { [act]: String(n) }, `#candidate-${n}`)} preventScrollReset>
      {word}
      <span className="visually-hidden"> {n === 0 ? 'what stands there' : candidateName(n).toLowerCase()}</span>
    </Link>
  )
}
