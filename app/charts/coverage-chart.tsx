import { coverageBars, coverageSize } from '#app/charts/coverage-geometry.ts'
import type { ChartWidth } from '#app/charts/density-geometry.ts'
import type { Findings } from '#server/views/portfolio-page.ts'

interface CoverageProps extends Pick<Findings, 'levers' | 'untouched'> {
  on?: ChartWidth
}

/** One bar per lever from the zero line to the side it is pulled to; hatched where part of it counts twice. */
export function CoverageChart({ levers, untouched, on = 'wide' }: CoverageProps) {
  const { width, height, zero } = coverageSize(levers.length, on)
  const most = Math.max(0, ...levers.flatMap((one) => [one.minusWeight, one.plusWeight, one.neutralWeight]))
  return (
    <svg
      className={`coverage coverage-${on}`}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${levers.length - untouched.length} of ${levers.length} levers are pulled.`}
    >
      <defs>
        <pattern id={`twice-${on}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="bar" width="6" height="6" />
          <line className="hatch" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      <text className="chart-note" x={zero - 8} y={14} textAnchor="end">
        ← pull −
      </text>
      <text className="chart-note" x={zero + 8} y={14}>
        pull + →
      </text>
      {levers.map((lever, i) => {
        const { y, textY, name, height: tall, minus, plus, neutral } = coverageBars(lever, i, most, on)
        return (
          <g key={lever.id}>
            <text
              className={lever.weight > 0 ? 'chart-label' : 'chart-note'}
              x={name.x}
              y={name.y}
              textAnchor={name.anchor}
            >
              {lever.name}
            </text>
            {lever.weight === 0 ? (
              <text className="chart-note" x={zero + 8} y={textY}>
                0
              </text>
            ) : null}
            <Bar
              className={lever.twice.minus ? 'bar-twice' : 'bar'}
              {...minus}
              y={y}
              height={tall}
              n={lever.minusWeight}
              side="left"
            />
            <Bar
              className={lever.twice.plus ? 'bar-twice' : 'bar'}
              {...plus}
              y={y}
              height={tall}
              n={lever.plusWeight}
              side="right"
            />
            <Bar className="bar-neutral" {...neutral} y={y} height={tall} n={lever.neutralWeight} side="right" />
            {lever.clash ? (
              <text className="chart-warn" x={width - 4} y={name.y} textAnchor="end">
                ▲ clash
              </text>
            ) : null}
          </g>
        )
      })}
      <line className="zero" x1={zero} x2={zero} y1={20} y2={height} />
    </svg>
  )
}

interface BarProps {
  className: string
  x: number
  y: number
  width: number
  height: number
  n: number
  side: 'left' | 'right'
}

function Bar({ className, x, y, width, height, n, side }: BarProps) {
  if (n === 0) return null
  return (
    <>
      <rect className={className} x={x} y={y} width={width} height={height} />
      <text
        className="chart-label"
        x={side === 'left' ? x - 5 : x + width + 5}
        y={y + 12}
        textAnchor={side === 'left' ? 'end' : 'start'}
      >
        {n}
      </text>
    </>
  )
}
