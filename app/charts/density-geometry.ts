/** Sizes in units of the picture. */
const left = 190
const top = 44
const cell = { width: 112, height: 34 }
const gap = 3

export interface DensityBox {
  x: number
  y: number
  width: number
  height: number
  /** Middle of the box, where its number stands. */
  textX: number
  textY: number
}

/** Size of a density map with so many rows and columns. */
export function densitySize(rows: number, columns: number): { width: number; height: number } {
  return { width: left + columns * cell.width, height: top + rows * cell.height }
}

/** Where the cell in a row and a column is drawn. */
export function densityBox(row: number, column: number): DensityBox {
  const x = left + column * cell.width
  const y = top + row * cell.height
  return {
    x,
    y,
    width: cell.width - gap,
    height: cell.height - gap,
    textX: x + (cell.width - gap) / 2,
    textY: y + cell.height / 2 + 3,
  }
}

/** Step 1 to 5 of the sequential scale for a count; 0 for none. The largest count is always step 5. */
export function densityStep(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 5))
}
