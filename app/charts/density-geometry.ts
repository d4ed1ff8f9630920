import { cut } from './cut.ts'

/** Sizes in units of the picture. On a narrow screen the name of a row stands over its cells. */
const layouts = {
  wide: { left: 190, top: 44, name: 0, cell: { width: 112, height: 34 } },
  narrow: { left: 0, top: 44, name: 22, cell: { width: 88, height: 34 } },
} as const
const gap = 3
/** Letters of a column's name on one line, and lines of it. */
const letters = { wide: 15, narrow: 12 }

export type ChartWidth = keyof typeof layouts

export interface DensityBox {
  x: number
  y: number
  width: number
  height: number
  /** Middle of the box, where its number stands. */
  textX: number
  textY: number
  /** Where the name of the row stands: before its cells, or over them. */
  name: { x: number; y: number; anchor: 'start' | 'end' }
}

/** Size of a density map with so many rows and columns. */
export function densitySize(rows: number, columns: number, on: ChartWidth = 'wide') {
  const { left, top, name, cell } = layouts[on]
  return { width: left + columns * cell.width, height: top + rows * (name + cell.height) }
}

/** Where the cell in a row and a column is drawn. */
export function densityBox(row: number, column: number, on: ChartWidth = 'wide'): DensityBox {
  const { left, top, name, cell } = layouts[on]
  const x = left + column * cell.width
  const y = top + row * (name + cell.height) + name
  return {
    x,
    y,
    width: cell.width - gap,
    height: cell.height - gap,
    textX: x + (cell.width - gap) / 2,
    textY: y + cell.height / 2 + 3,
    name:
      on === 'wide' ? { x: left - 10, y: y + cell.height / 2 + 5, anchor: 'end' } : { x: 0, y: y - 7, anchor: 'start' },
  }
}

/** The name of a column in one line or two, each with the height at which it stands. */
export function columnName(name: string, on: ChartWidth = 'wide'): { text: string; y: number }[] {
  const lines = inTwo(name, letters[on])
  return lines.map((text, i) => ({ text: cut(text, letters[on] + 2), y: 32 - (lines.length - 1 - i) * 16 }))
}

/** Broken after the last space or hyphen that leaves a first line of so many letters. */
function inTwo(name: string, most: number): string[] {
  if (name.length <= most) return [name]
  const [first = ''] = new RegExp(`^.{1,${most - 1}}[ -]`).exec(name) ?? []
  return first ? [first.trimEnd(), name.slice(first.length)] : [name]
}

/** Step 1 to 5 of the sequential scale for a count; 0 for none. The largest count is always step 5. */
export function densityStep(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 5))
}
