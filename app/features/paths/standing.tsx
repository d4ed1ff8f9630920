import { ChartFrame } from '#app/charts/chart-frame.tsx'
import { PathChart } from '#app/charts/path-chart.tsx'
import { Prose } from '#app/components/prose.tsx'
import { BetCard } from '#app/features/bets/bet-card.tsx'
import { ChainLine } from '#app/features/paths/chain-line.tsx'
import { StepList } from '#app/features/paths/step-list.tsx'
import { StepTable } from '#app/features/paths/step-table.tsx'
import { newThreadHref } from '#app/features/threads/thread-list.tsx'
import type { PathHere } from '#server/views/path-here.ts'
import type { PathsPage } from '#server/views/paths-page.ts'

interface StandingProps {
  here: PathHere
  svg: string
  csv: string
  counts: PathsPage['counts']
}

/** One place on a path: what its success leaves, and where one can go from here. */
export function Standing({ here, svg, csv, counts }: StandingProps) {
  const { slug, title, trail, cameRound, next, before, reached, farthest, chain, ring, ringMembers, picture } = here
  return (
    <>
      {trail.length > 0 ? (
        <nav className="ui trail" aria-label="The way here">
          <span className="muted">You came by</span>
          <ol className="chain">
            {trail.map((one) => (
              <li key={one.href}>
                <a href={one.href}>{one.title}</a>
              </li>
            ))}
            <li aria-current="step">{title}</li>
          </ol>
        </nav>
      ) : null}
      {cameRound ? (
        <p className="notice" role="status">
          You have come round: you were at {title} before.
        </p>
      ) : null}
      <div className="path-columns">
        <section aria-labelledby="leaves-title">
          <h2 id="leaves-title">If it succeeds: what binds next</h2>
          <BindsNext here={here} />
          {here.bet ? (
            <ul className="bets">
              <BetCard bet={here.bet} />
            </ul>
          ) : null}
        </section>
        <div>
          <section aria-labelledby="next-title">
            <h2 id="next-title">
              Where it leads
              <span className="count">{next.total}</span>
            </h2>
            {next.total === 0 ? (
              <p>
                {before.total > 0
                  ? 'This is a dead end: edges lead here and none leads on.'
                  : 'No edge leaves this strategy, and none reaches it.'}
              </p>
            ) : (
              <StepList steps={next.shown} total={next.total} />
            )}
          </section>
          <section aria-labelledby="before-title">
            <h2 id="before-title">
              What leads here
              <span className="count">{before.total}</span>
            </h2>
            {before.total === 0 ? <p>No edge leads here.</p> : <StepList steps={before.shown} total={before.total} />}
          </section>
        </div>
      </div>
      {next.total + before.total > 0 ? (
        <ChartFrame
          id="around"
          title={`From ${title}, ${reached} ${reached === 1 ? 'strategy is' : 'strategies are'} reached${reached > 0 ? ` in at most ${farthest} ${farthest === 1 ? 'step' : 'steps'}` : ''}`}
          n={`${picture.edges.length} of ${picture.total} edges drawn around it, of ${counts.edges} in all.`}
          note="A solid line is a link in the text, a dashed one follows from the stages. Choose a name to stand there."
          svg={svg}
          csv={csv}
          table={<StepTable title={title} next={next.shown} before={before.shown} />}
        >
          <PathChart picture={picture} />
        </ChartFrame>
      ) : null}
      {chain.length > 2 ? (
        <section aria-labelledby="chain-title">
          <h2 id="chain-title">
            The longest way from here
            <span className="count">{chain.length}</span>
          </h2>
          <ChainLine chain={chain} />
        </section>
      ) : null}
      {ring ? (
        <section aria-labelledby="ring-title">
          <h2 id="ring-title">
            Part of a cycle
            <span className="count">{ringMembers}</span>
          </h2>
          <ChainLine chain={ring} round />
        </section>
      ) : null}
      <p className="ui path-argue">
        <a href={newThreadHref({ entry: `strategies/${slug}` }, { place: 'section/binds-next', kind: 'wording' })}>
          Argue what binds next here
        </a>{' '}
        · <a href="/paths">All edges, and where they come from</a>
      </p>
    </>
  )
}

function BindsNext({ here: { slug, bindsNext, links } }: { here: PathHere }) {
  if (bindsNext.length > 0) return <Prose blocks={bindsNext} links={links} />
  return (
    <p className="nothing-yet">
      Its entry does not say yet which problem is left once it has worked.{' '}
      <a href={`/drafts/new?entry=strategies/${slug}`}>Propose a revision</a>
    </p>
  )
}
