import type { BandDrawing } from '#app/charts/band-geometry.ts'
import { anchorAt, bandSize, dotsOf, xOf } from '#app/charts/band-geometry.ts'
import type { Band } from '#domain/bands/band.ts'
import type { UnstableSide } from '#domain/bands/scale.ts'

interface BandChartProps {
  drawing: BandDrawing
  unit: string
  unstable: UnstableSide
  /** Null for fewer than three markers. */
  band: Band | null
  /** What the picture shows, in a sentence. */
  label: string
  /** A number as it is shown. */
  say: (value: number) => string
}

/** Members' markers as dots on the scale, the band of their middle half behind them, and the current reading. */
export function BandChart({ drawing, unit, unstable, band, label, say }: BandChartProps) {
  const { width, height, axis, top } = bandSize(drawing)
  const x = (value: number) => xOf(drawing, value)
  const reading = drawing.reading
  return (
    <svg
      className="band-chart"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <text
        className="chart-note"
        x={unstable === 'above' ? width - 2 : 2}
        y={14}
        textAnchor={unstable === 'above' ? 'end' : 'start'}
      >
        {unstable === 'above' ? 'defeats itself →' : '← defeats itself'}
      </text>
      {band ? (
        <>
          <rect
            className="band-area"
            x={x(band.low)}
            y={top}
            width={Math.max(2, x(band.high) - x(band.low))}
            height={axis - top}
          />
          <text className="chart-label" {...anchorAt((x(band.low) + x(band.high)) / 2)} y={top - 8}>
            {band.low === band.high ? `band ${say(band.low)}` : `band ${say(band.low)} to ${say(band.high)}`}
          </text>
        </>
      ) : null}
      <line className="band-axis" x1={x(drawing.low)} x2={x(drawing.high)} y1={axis} y2={axis} />
      {dotsOf(drawing).map((dot) => (
        <circle key={`${dot.x}/${dot.y}`} className="band-dot" cx={dot.x} cy={dot.y} r={5} />
      ))}
      <text className="chart-note" x={x(drawing.low) - 14} y={axis + 18}>
        {say(drawing.low)}
      </text>
      <text className="chart-note" x={x(drawing.high) + 14} y={axis + 18} textAnchor="end">
        {say(drawing.high)} {unit}
      </text>
      {reading === null ? null : (
        <>
          <line className="band-reading" x1={x(reading)} x2={x(reading)} y1={top - 4} y2={axis + 24} />
          <text className="chart-label band-reading-label" {...anchorAt(x(reading))} y={axis + 40}>
            ▲ now {say(reading)}
          </text>
        </>
      )}
    </svg>
  )
}
