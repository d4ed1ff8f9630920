import { Finding } from '#app/features/portfolio/finding.tsx'
import { StrategyLinks } from '#app/features/reading/strategy-links.tsx'
import type { Findings } from '#server/views/portfolio-page.ts'

/** What the members do to each other: clash, or count twice. */
export function PairFindings({ findings }: { findings: Findings }) {
  const { contradictions, names, pulls, doubled } = findings
  return (
    <>
      <Finding
        id="contradictions"
        title="Contradictions"
        count={contradictions.length}
        why="Two members that oppose each other pay for one another’s failure. A clash of frames means that one of the two pictures of the world is wrong."
        rule="Every declared conflict between two members; and every two members that pull one lever in opposite directions though nobody declares a conflict."
      >
        {contradictions.length === 0 ? (
          <p>No two members contradict each other.</p>
        ) : (
          <ul className="finding-list">
            {contradictions.map(({ a, b, mechanism, lever }) => (
              <li key={`${a.slug} ${b.slug}`}>
                <span className="is-conflict" aria-hidden="true">
                  ✕{' '}
                </span>
                <StrategyLinks strategies={[a, b]} />:{' '}
                <a href={`/matrix?cell=${a.slug}~${b.slug}#cell`}>{mechanism ?? 'opposite pulls, undeclared'}</a>
                {lever ? ` on ${lever.toLowerCase()}` : ''}
              </li>
            ))}
          </ul>
        )}
      </Finding>
      <Finding
        id="double-counting"
        title="Double counting"
        count={`${names} names, ${pulls} ${pulls === 1 ? 'pull' : 'pulls'}`}
        why="Two names for one push look like a hedge and are not: the second buys the effect of the first again."
        rule="Members that are twins, or reinforce each other on one lever, count as one pull; so do members joined through others."
      >
        {doubled.length === 0 ? (
          <p>Every member is a pull of its own.</p>
        ) : (
          <ul className="finding-list">
            {doubled.map(({ lever, members }) => (
              <li key={members.map(({ slug }) => slug).join()}>
                One pull on {lever.toLowerCase()}: <StrategyLinks strategies={members} />
              </li>
            ))}
          </ul>
        )}
      </Finding>
    </>
  )
}
