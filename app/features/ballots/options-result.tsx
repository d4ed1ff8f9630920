import { RankedTables } from '#app/features/ballots/ranked-tables.tsx'
import { percent } from '#app/features/ballots/turnout.tsx'
import type { Outcome } from '#domain/ballots/ballot.ts'
import { mostScore } from '#domain/ballots/marks.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

type Choosing = NonNullable<BallotPage['choice']>
type Rule = Choosing['rule']

/** What can be got at most, so that bars can be compared: by rule, for a number of papers and of options. */
const mostOf: Record<Rule, (papers: number, options: number) => number> = {
  approval: (papers) => papers,
  score: (papers) => papers * mostScore,
  ranked: (_papers, options) => options - 1,
}

const columns: Record<Rule, { got: string; also: string }> = {
  approval: { got: 'Approvals', also: 'Of papers' },
  score: { got: 'Points', also: 'Mean' },
  ranked: { got: 'Beats', also: 'Of others' },
}

/** What each option got, as one bar a row with its numbers; for ranks also every pair and the strongest paths. */
export function OptionsResult({ outcome, choice }: { outcome: Outcome; choice: Choosing }) {
  const { options, rule } = choice
  const got = outcome.options
  if (!got) return null
  const papers = outcome.tally.agree
  const most = mostOf[rule](papers, options.length)
  const { got: noun, also } = columns[rule]
  return (
    <figure className="result-chart options-result">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Option</th>
            <th scope="col" className="number">
              {noun}
            </th>
            <th scope="col" className="number">
              {also}
            </th>
          </tr>
        </thead>
        <tbody>
          {options.map(({ id, label }, i) => {
            const points = got.points[i] ?? 0
            return (
              <tr key={id}>
                <th scope="row">
                  {label} <Place outcome={outcome} id={id} options={options.length} />
                  <svg width="100%" height="12" aria-hidden="true">
                    <rect className="track" width="100%" height="12" />
                    <rect
                      className={id === got.winner ? 'vote-agree' : 'vote-abstain'}
                      width={percent(points, most)}
                      height="12"
                    />
                  </svg>
                </th>
                <td className="number">{points}</td>
                <td className="number">{alsoWords(rule, points, papers, options.length)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <figcaption>
        {papers} {papers === 1 ? 'paper marks' : 'papers mark'} the options, {outcome.tally.abstain} abstained;{' '}
        {outcome.turnout} of {outcome.electorate} voted, quorum {outcome.quorum}.
      </figcaption>
      <RankedTables options={options} got={got} />
    </figure>
  )
}

function Place({ outcome, id, options }: { outcome: Outcome; id: string; options: number }) {
  const { winner = null, ahead = [] } = outcome.options ?? {}
  const chosen = outcome.result === 'adopted' && id === winner
  if (chosen) return <span className="state state-ok">✓ Chosen</span>
  const tied = ahead.length > 1 && ahead.length < options && ahead.includes(id)
  return tied ? <span className="state state-warn">= Tied</span> : null
}

function alsoWords(rule: Rule, points: number, papers: number, options: number): string {
  if (rule === 'ranked') return String(options - 1)
  if (papers === 0) return '–'
  if (rule === 'score') return (points / papers).toFixed(2)
  return `${Math.round((points / papers) * 100)} %`
}
