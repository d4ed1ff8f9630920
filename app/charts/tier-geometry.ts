/** Sizes in units of the picture. */
const left = 200
const top = 44
const width = 216
const gap = 3
const line = 19
const head = 30
const foot = 8

/** So many names stand in a cell; the number says how many there are. */
export const mostNames = 5

/** Letters that fit on one line of a cell, the widest ones counted. */
const letters = 26

export interface TierCellSize {
  /** People in the cell. */
  n: number
}

export interface TierBox {
  x: number
  y: number
  width: number
  height: number
}

/**
 * Places the cells of a grid of tiers. A row is as high as its fullest cell needs; the same input always gives the
 * same picture.
 *
 * @param rows people in each cell, row by row.
 */
export function tierLayout(rows: readonly (readonly TierCellSize[])[]) {
  let y = top
  const boxes = rows.map((cells) => {
    const lines = Math.max(1, ...cells.map(({ n }) => Math.min(n, mostNames) + (n > mostNames ? 1 : 0)))
    const height = head + lines * line + foot
    const row = cells.map((_, i): TierBox => ({ x: left + i * width, y, width: width - gap, height: height - gap }))
    y += height
    return row
  })
  return { width: left + width * Math.max(0, ...rows.map((cells) => cells.length)), height: y, boxes }
}

/** Base line of the n-th name of a cell, from 0. */
export function nameAt({ y }: TierBox, n: number): number {
  return y + head + n * line + 10
}

/** A name as far as it fits into a cell. */
export function shortName(name: string): string {
  return name.length > letters ? `${name.slice(0, letters - 1).trimEnd()}…` : name
}
