import type { LeverRow } from '#server/views/lever-field.ts'

/** What the field shows, said in one line: on how many levers strategies pull against each other. */
export function leverFinding(levers: readonly LeverRow[]): string {
  const pulled = (lever: LeverRow, way: string) => lever.pulls.some((s) => s.pull === way && s.strategies.length > 0)
  const contrary = levers.filter((lever) => pulled(lever, '-') && pulled(lever, '+')).length
  if (contrary === 0) return 'On no lever do strategies pull against each other'
  return `Strategies pull against each other on ${contrary} of ${levers.length} levers`
}

/**
 * One row per lever, one mark per strategy on the side to which it pulls. Every number is written out, so the table is
 * its own twin.
 */
export function LeverField({ levers }: { levers: readonly LeverRow[] }) {
  return (
    <table className="lever-field">
      <caption className="visually-hidden">Strategies by lever and direction of pull</caption>
      <thead>
        <tr>
          <th scope="col">Lever</th>
          <th scope="col" className="lever-minus">
            <span aria-hidden="true">← </span>pull −
          </th>
          <th scope="col" className="lever-neither">
            neither way
          </th>
          <th scope="col">
            pull +<span aria-hidden="true"> →</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {levers.map((lever) => (
          <tr key={lever.id}>
            <th scope="row">
              <a href={`/levers/${lever.id}`}>{lever.name}</a>
            </th>
            {lever.pulls.map((side) => (
              <Side key={side.pull} side={side} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const places = { '-': 'lever-minus', neutral: 'lever-neither', '+': 'lever-plus' } as const
const step = 12

/** So many strategies are drawn; the number says how many there are. */
const mostMarks = 20

function Side({ side: { pull, words, href, strategies } }: { side: LeverRow['pulls'][number] }) {
  const n = strategies.length
  const drawn = strategies.slice(0, mostMarks)
  if (n === 0) {
    return (
      <td className={`${places[pull]} lever-none`}>
        <span className="visually-hidden">none</span>
        <span aria-hidden="true">·</span>
      </td>
    )
  }
  return (
    <td className={places[pull]}>
      <a href={href}>
        <svg
          className="lever-marks"
          width={drawn.length * step}
          height={step}
          viewBox={`0 0 ${drawn.length * step} ${step}`}
          aria-hidden="true"
        >
          {drawn.map(({ slug, title }, i) => (
            <circle
              key={slug}
              className={pull === 'neutral' ? 'lever-mark lever-mark-hollow' : 'lever-mark'}
              cx={i * step + step / 2}
              cy={step / 2}
              r={4}
            >
              <title>{title}</title>
            </circle>
          ))}
        </svg>
        <strong>{n}</strong>
        <span className="lever-words">{words}</span>
      </a>
    </td>
  )
}
