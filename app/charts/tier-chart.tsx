import { densityStep } from '#app/charts/density-geometry.ts'
import { mostNames, nameAt, shortName, tierLayout } from '#app/charts/tier-geometry.ts'
import type { Board } from '#server/views/board-page.ts'

/** Profiled people by expertise (down) and recognition (across), with the number and names in each cell. */
export function TierChart({ board }: { board: Board }) {
  const { rows, columns, most, n } = board
  const { width, height, boxes } = tierLayout(rows.map(({ cells }) => cells))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a picture; a fieldset cannot stand there
    <svg
      className="density tiers"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={`${n} profiled people by expertise and recognition; the table below says the same.`}
    >
      {columns.map(({ id, name }, j) => (
        <text key={id} className="chart-label" x={(boxes[0]?.[j]?.x ?? 0) + 8} y={30}>
          {name}
        </text>
      ))}
      {rows.map((row, i) => (
        <g key={row.id}>
          <text className="chart-label" x={190} y={(boxes[i]?.[0]?.y ?? 0) + 24} textAnchor="end">
            {row.name}
          </text>
          {row.cells.map((cell, j) => {
            const box = boxes[i]?.[j]
            if (!box) return null
            const step = densityStep(cell.n, most)
            return (
              <g key={cell.id}>
                <rect className={`heat-${step}`} {...box} rx={2} />
                <text className={cell.n === 0 ? 'chart-note' : `heat-text-${step} tier-n`} x={box.x + 8} y={box.y + 22}>
                  {cell.n}
                </text>
                {cell.people.slice(0, mostNames).map((person, k) => (
                  <a key={person.slug} href={`/people/${person.slug}`}>
                    <text className={`heat-text-${step}`} x={box.x + 8} y={nameAt(box, k)}>
                      {person.against ? '✕ ' : ''}
                      {shortName(person.name)}
                    </text>
                  </a>
                ))}
                {cell.n > mostNames ? (
                  <a href={cell.href}>
                    <text className={`heat-text-${step}`} x={box.x + 8} y={nameAt(box, mostNames)}>
                      {cell.n - mostNames} more
                    </text>
                  </a>
                ) : null}
              </g>
            )
          })}
        </g>
      ))}
    </svg>
  )
}
