import { Finding } from '#app/features/portfolio/finding.tsx'
import { StrategyLinks } from '#app/features/reading/strategy-links.tsx'
import type { Findings } from '#server/views/portfolio-page.ts'

/** What is left when it works, what would end it, and what is missing. */
export function OutcomeFindings({ findings }: { findings: Findings }) {
  const { successors, fates, withoutSignal, additions } = findings
  const covering = additions.filter(({ strategy }) => strategy !== null)
  const open = additions.filter(({ strategy }) => strategy === null)
  return (
    <>
      <Finding
        id="successors"
        title="Successor problems"
        count={successors.said.length}
        why="Winning changes the problem rather than ending it. Success of all members leaves all of these."
        rule="What each member’s entry says binds next once it has worked."
      >
        <dl className="said">
          {successors.said.map(({ slug, title, text }) => (
            <div key={slug}>
              <dt>
                <a href={`/strategies/${slug}#binds-next`}>{title}</a>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {successors.unsaid.length > 0 ? (
          <p className="ui muted">
            Nobody has written it yet for <StrategyLinks strategies={successors.unsaid} />.
          </p>
        ) : null}
      </Finding>
      <Finding
        id="fate"
        title="Shared fate"
        count={fates[0] ? `up to ${fates[0].percent} %` : undefined}
        why="One observation can end more than one member. The heaviest first: these are the signals to watch."
        rule="A member’s falsification signal sinks the member itself and every member that is its twin, reinforces it on one lever, or shares its authority."
      >
        {fates.length === 0 ? (
          <p>No member names a falsification signal: nothing would tell that it has failed.</p>
        ) : null}
        <dl className="said">
          {fates.map(({ slug, title, text, sinks, percent }) => (
            <div key={slug}>
              <dt>
                <a href={`/strategies/${slug}#falsification`}>{title}</a> <span className="muted">{percent} %</span>
              </dt>
              <dd>
                {text}
                <span className="said-line">
                  {sinks.length === 1 ? 'Sinks this member alone.' : null}
                  {sinks.length > 1 ? (
                    <>
                      Sinks <StrategyLinks strategies={sinks} />
                    </>
                  ) : null}
                </span>
              </dd>
            </div>
          ))}
        </dl>
        {withoutSignal.length > 0 ? (
          <p className="ui muted">
            Without a signal: <StrategyLinks strategies={withoutSignal} />.
          </p>
        ) : null}
      </Finding>
      <Finding
        id="addition"
        title="Smallest addition"
        count={covering.length > 0 ? `${covering.length} possible` : undefined}
        why="One more strategy that pulls what nobody pulls, and quarrels with none of the members."
        rule="For each untouched lever the strategy without a conflict with any member; where several fit, the one that complements most members, then the first by name."
      >
        {additions.length === 0 ? <p>No lever is untouched: nothing needs to be added for breadth.</p> : null}
        <ul className="finding-list">
          {covering.map(({ lever, strategy, complements, href }) => (
            <li key={lever}>
              {strategy ? <StrategyLinks strategies={[strategy]} /> : null} covers {lever.toLowerCase()},{' '}
              {complementWords(complements)}.{' '}
              {href ? (
                <a href={href}>
                  Add it<span className="visually-hidden">: {strategy?.title}</span>
                </a>
              ) : null}
            </li>
          ))}
        </ul>
        {open.length > 0 ? (
          <p className="ui muted">
            Nothing covers these levers without a new contradiction; propose an entry for{' '}
            {open.map(({ leverId, lever }, i) => (
              <span key={leverId}>
                {i > 0 ? ', ' : ''}
                <a href={`/drafts/new?lever=${leverId}`}>{lever.toLowerCase()}</a>
              </span>
            ))}
            .
          </p>
        ) : null}
      </Finding>
    </>
  )
}

function complementWords(n: number): string {
  if (n === 0) return 'complements no member'
  return n === 1 ? 'complements one member' : `complements ${n} members`
}
