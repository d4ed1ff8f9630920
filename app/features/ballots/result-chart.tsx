import { percent } from '#app/features/ballots/turnout.tsx'
import type { BallotSubject, Choice, Outcome } from '#domain/ballots/ballot.ts'
import { choiceWordsOf } from '#domain/ballots/ballot.ts'

/** Yes first, then no, so that the mark of the rule can be read along the bar. */
const order: Choice[] = ['agree', 'reservations', 'object', 'abstain']

/**
 * One bar over the whole electorate, with the marks of rule and quorum, and the same numbers as a table. The marks
 * only reach into the bar's edge, so that they never cross a number.
 */
export function ResultChart({ outcome, mark, subject }: { outcome: Outcome; mark: number; subject: BallotSubject }) {
  const words = choiceWordsOf(subject)
  const { tally, turnout, electorate, quorum } = outcome
  const yesAndNo = turnout - tally.abstain
  const needed = mark * yesAndNo
  let before = 0
  const segments = order.map((choice) => {
    const segment = { choice, from: before, size: tally[choice] }
    before += tally[choice]
    return segment
  })
  return (
    <figure className="result-chart">
      <svg width="100%" height="64" role="img" aria-label={summary(outcome, words)}>
        <rect className="track" x="0" y="20" width="100%" height="28" />
        {segments.map(({ choice, from, size }) =>
          size === 0 ? null : (
            <g key={choice}>
              <rect
                className={`vote-${choice}`}
                x={percent(from, electorate)}
                y="20"
                width={percent(size, electorate)}
                height="28"
              />
              {size / electorate >= 0.08 ? (
                <text className={`on-${choice}`} x={percent(from + size / 2, electorate)} y="39" textAnchor="middle">
                  {size}
                </text>
              ) : null}
            </g>
          ),
        )}
        {yesAndNo > 0 && mark > 0 ? (
          <Tick at={percent(needed, electorate)} words="yes needed" y={12} top={14} bottom={24} />
        ) : null}
        <Tick at={percent(quorum, electorate)} words="quorum" y={62} top={44} bottom={52} />
      </svg>
      <figcaption>
        Papers of {electorate} {electorate === 1 ? 'person' : 'people'} who could vote; the empty part did not vote.
      </figcaption>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Choice</th>
            <th scope="col" className="number">
              Papers
            </th>
            <th scope="col" className="number">
              Of those cast
            </th>
          </tr>
        </thead>
        <tbody>
          {order.map((choice) => (
            <tr key={choice}>
              <th scope="row">
                <svg className="swatch" width="12" height="12" aria-hidden="true">
                  <rect className={`vote-${choice}`} width="12" height="12" />
                </svg>{' '}
                {words[choice].label}
              </th>
              <td className="number">{tally[choice]}</td>
              <td className="number">{turnout === 0 ? '–' : `${Math.round((tally[choice] / turnout) * 100)} %`}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">All papers</th>
            <td className="number">{turnout}</td>
            <td className="number">
              {turnout} of {electorate} voted
            </td>
          </tr>
        </tbody>
      </table>
    </figure>
  )
}

function Tick({ at, words, y, top, bottom }: { at: string; words: string; y: number; top: number; bottom: number }) {
  const share = Number.parseFloat(at)
  const anchor = share > 80 ? 'end' : share < 20 ? 'start' : 'middle'
  return (
    <g className="tick">
      <line x1={at} x2={at} y1={top} y2={bottom} />
      <text x={at} y={y} textAnchor={anchor}>
        {words}
      </text>
    </g>
  )
}

function summary({ tally, turnout, electorate, quorum }: Outcome, words: ReturnType<typeof choiceWordsOf>): string {
  const parts = order.map((choice) => `${tally[choice]} ${words[choice].label.toLowerCase()}`)
  return `${parts.join(', ')}; ${turnout} of ${electorate} voted; quorum ${quorum}.`
}
