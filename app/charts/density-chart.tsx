import type { ChartWidth, DensityBox } from '#app/charts/density-geometry.ts'
import { columnName, densityBox, densitySize, densityStep } from '#app/charts/density-geometry.ts'
import type { Density } from '#server/views/axes-page.ts'

/** Levers down, one axis across; an empty cell is a region where nobody has proposed anything. */
export function DensityChart({ density, on = 'wide' }: { density: Density; on?: ChartWidth }) {
  const { rows, columns, most, n, empty, cells, axis } = density
  const { width, height } = densitySize(rows.length, columns.length, on)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a picture; a fieldset cannot stand there
    <svg
      className="density"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={`${n} strategies by lever and ${axis.toLowerCase()}: ${empty} of ${cells} combinations are empty.`}
    >
      {columns.map(({ id, name }, j) => (
        <text key={id} className="chart-label" textAnchor="middle">
          {columnName(name, on).map(({ text, y }) => (
            <tspan key={y} x={densityBox(0, j, on).textX} y={y}>
              {text}
            </tspan>
          ))}
          <title>{name}</title>
        </text>
      ))}
      {rows.map((row, i) => (
        <g key={row.id}>
          <RowName name={row.name} at={densityBox(i, 0, on).name} />
          {row.cells.map(({ count, href }, j) => {
            const box = densityBox(i, j, on)
            const words = `${row.name}, ${columns[j]?.name}: ${count === 0 ? 'none, propose an entry here' : count}`
            return (
              <a key={columns[j]?.id} href={href} aria-label={words}>
                <rect
                  className={`heat-${densityStep(count, most)}`}
                  x={box.x}
                  y={box.y}
                  width={box.width}
                  height={box.height}
                  rx={2}
                />
                <text
                  className={`heat-text-${densityStep(count, most)}`}
                  x={box.textX}
                  y={box.textY + 2}
                  textAnchor="middle"
                >
                  {count}
                </text>
              </a>
            )
          })}
        </g>
      ))}
    </svg>
  )
}

function RowName({ name, at: { x, y, anchor } }: { name: string; at: DensityBox['name'] }) {
  return (
    <text className="chart-label" x={x} y={y} textAnchor={anchor}>
      {name}
    </text>
  )
}
