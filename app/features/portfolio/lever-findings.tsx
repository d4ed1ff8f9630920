import { ChartFrame } from '#app/charts/chart-frame.tsx'
import { CoverageChart } from '#app/charts/coverage-chart.tsx'
import { Finding } from '#app/features/portfolio/finding.tsx'
import { StrategyLinks } from '#app/features/reading/strategy-links.tsx'
import type { Findings } from '#server/views/portfolio-page.ts'

/** Which levers are pulled, and how much of the weight stands on one of them. */
export function LeverFindings({ findings, query, csv }: { findings: Findings; query: string; csv: string }) {
  const { levers, untouched, concentration, total } = findings
  const pulled = levers.length - untouched.length
  return (
    <>
      <Finding
        id="levers"
        title="Levers pulled and untouched"
        count={`${pulled} of ${levers.length}`}
        why="What nobody pulls is left to chance. A long bar on one side is not breadth."
        rule="A lever is pulled by the members whose entry names it; it is untouched when it has none. A bar is as long as the weight of its members."
      >
        <ChartFrame
          id="coverage"
          title={`${pulled} of ${levers.length} levers are pulled, ${untouched.length} are untouched`}
          n={`Weight on each lever by direction; total weight ${total}.`}
          note="Hatched: part of the weight buys one effect twice. A hollow bar pulls neither way."
          svg={`/charts/coverage.svg?${query}`}
          csv={csv}
          table={<LeverTable levers={levers} />}
          narrow={<CoverageChart levers={levers} untouched={untouched} on="narrow" />}
        >
          <CoverageChart levers={levers} untouched={untouched} />
        </ChartFrame>
        <p className="ui">
          {untouched.length === 0 ? 'No lever is untouched.' : 'Untouched, each leading to the form for a new entry: '}
          {untouched.map(({ id, name }, i) => (
            <span key={id}>
              {i > 0 ? ', ' : ''}
              <a href={`/drafts/new?lever=${id}`}>{name}</a>
            </span>
          ))}
        </p>
      </Finding>
      <Finding
        id="concentration"
        title="Weight on one lever"
        count={`${concentration.percent} %`}
        why="If the theory of that one lever is wrong, this much of the portfolio is wrong with it."
        rule="The largest weight on one lever as a share of all weight."
      >
        <p>
          {concentration.levers.length === 0
            ? 'No member pulls a lever of the atlas.'
            : `${concentration.percent} % of the weight is on ${concentration.levers.join(' and on ')}${concentration.levers.length > 1 ? ' each' : ''}.`}
        </p>
      </Finding>
    </>
  )
}

function LeverTable({ levers }: Pick<Findings, 'levers'>) {
  return (
    <table className="table cards-on-phone">
      <thead>
        <tr>
          <th scope="col">Lever</th>
          <th scope="col">Weight</th>
          <th scope="col">Pulled by</th>
        </tr>
      </thead>
      <tbody>
        {levers.map((lever) => (
          <tr key={lever.id}>
            <th scope="row">
              <a href={`/levers/${lever.id}`}>{lever.name}</a>
            </th>
            <td>{lever.weight}</td>
            <td>
              {lever.pulls.length === 0 ? <span className="muted">nobody</span> : null}
              {lever.pulls.map(({ words, members }) => (
                <span key={words} className="pull-line">
                  {words}: <StrategyLinks strategies={members} />
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
