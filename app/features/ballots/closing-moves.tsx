import { Time } from '#app/components/time.tsx'
import type { BallotPage } from '#server/views/ballot-page.ts'

const kindWords: Record<BallotPage['moves'][number]['kind'], string> = {
  extended: 'Extended',
  'last-call': 'Last call begun anew',
  amended: 'Moved for an amended text',
}

/** How the closing time of a ballot moved, and why; nothing where it never did. */
export function ClosingMoves({ moves }: { moves: BallotPage['moves'] }) {
  if (moves.length === 0) return null
  return (
    <details open={moves.length === 1}>
      <summary>{moves.length === 1 ? 'Moved once' : `Moved ${moves.length} times`}</summary>
      <ol className="list-plain closing-moves">
        {moves.map(({ kind, from, to, by, reason }) => (
          <li key={to}>
            {kindWords[kind]}
            {by ? ` by ${by}` : ''}: from <Time at={from} /> to <Time at={to} />.{' '}
            <span className="as-written">{reason}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
