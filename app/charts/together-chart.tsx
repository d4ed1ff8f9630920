import { cut } from '#app/charts/cut.ts'
import { togetherBar, togetherSize } from '#app/charts/together-geometry.ts'
import type { HeldRow } from '#server/views/held-together-page.ts'

const marks: Record<HeldRow['relation'], string> = { conflict: '✕', complement: '+', twin: '=', none: '·' }

/** One bar for each pair: who holds both, out of everybody who holds either. */
export function TogetherChart({ rows }: { rows: readonly HeldRow[] }) {
  const { width, height } = togetherSize(rows.length)
  const most = Math.max(0, ...rows.map(({ either }) => either))
  return (
    <svg
      className="together"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${rows.length} pairs of strategies and how many people hold both; the table says the same.`}
    >
      {rows.map((pair, i) => {
        const { x, y, height: tall, track, fill, first, second } = togetherBar(pair, i, most)
        const conflict = pair.relation === 'conflict' ? ' bar-conflict' : ''
        return (
          <g key={`${pair.a.slug} ${pair.b.slug}`}>
            <text className={`edge-mark edge-mark-${pair.relation}`} x={8} y={first} textAnchor="middle">
              {marks[pair.relation]}
            </text>
            <text className="chart-label" x={24} y={first}>
              {cut(pair.a.title, 40)}
            </text>
            <text className="chart-label" x={24} y={second}>
              {cut(pair.b.title, 40)}
            </text>
            <rect className="bar-neutral" x={x} y={y} width={Math.max(track, 1)} height={tall} />
            <rect className={`bar${conflict}`} x={x} y={y} width={Math.max(fill, 2)} height={tall} />
            <text className="chart-label" x={x + track + 8} y={y + 11}>
              {pair.both} of {pair.either}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
