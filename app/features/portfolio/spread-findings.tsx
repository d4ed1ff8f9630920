import { Finding } from '#app/features/portfolio/finding.tsx'
import { StrategyLinks } from '#app/features/reading/strategy-links.tsx'
import type { Findings } from '#server/views/portfolio-page.ts'

const sideWords = {
  'ai-side': 'The AI itself',
  'world-side': 'The world around it',
  mixed: 'Both sides',
  none: 'No lever',
} as const

/** On which side, by what means, when, by whom and in whose name. */
export function SpreadFindings({ findings: { sides, spreads, total } }: { findings: Findings }) {
  return (
    <>
      <Finding
        id="sides"
        title="Side balance"
        count={`total weight ${total}`}
        why="A portfolio on one side alone has nothing left when that side gives way."
        rule="Weight by the side of the lever: on AI, on the world it enters, or on both."
      >
        <WeightTable
          caption="Weight by side"
          total={total}
          rows={sides.map(({ side, ...row }) => ({ id: side, name: sideWords[side], ...row }))}
        />
      </Finding>
      {spreads.map(({ id, label, oneSided, values }) => (
        <Finding
          key={id}
          id={id}
          title={label}
          count={`total weight ${total}`}
          why={spreadWhy[id]}
          rule="Weight at each value of the axis; one-sided when all of it stands at one value."
        >
          {oneSided ? (
            <p>
              <span className="state state-warn">▲ One-sided</span> All the weight stands at{' '}
              {values.find(({ weight }) => weight === total)?.name.toLowerCase()}.
            </p>
          ) : null}
          <WeightTable caption={`Weight by ${label.toLowerCase()}`} total={total} rows={values} />
        </Finding>
      ))}
    </>
  )
}

const spreadWhy = {
  coercion: 'If a single means of making others comply fails, so does everything that rests on it.',
  'time-horizon': 'A stage without a member is a stage to be improvised.',
  'actor-in-control': 'Who steers if all of it works: one answer alone leaves no second.',
  'legitimacy-source': 'When the ground of trust is discredited, all that claims it goes at once.',
} as const

interface WeightRow {
  id: string
  name: string
  weight: number
  members: readonly { slug: string; title: string }[]
}

function WeightTable({ caption, total, rows }: { caption: string; total: number; rows: readonly WeightRow[] }) {
  return (
    <table className="table cards-on-phone weights">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {rows.map(({ id, name, weight, members }) => (
          <tr key={id} className={weight === 0 ? 'weight-zero' : undefined}>
            <th scope="row">{name}</th>
            <td className="weight-bar">
              <svg width="100%" height="12" aria-hidden="true">
                <rect className="track" width="100%" height="12" />
                <rect className="fill" width={`${(weight / total) * 100}%`} height="12" />
              </svg>
            </td>
            <td>{weight}</td>
            <td>
              <StrategyLinks strategies={members} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
