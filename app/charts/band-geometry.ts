/** What the picture of a band is drawn from; all in the unit of the scale. */
export interface BandDrawing {
  low: number
  high: number
  markers: readonly number[]
  reading: number | null
}

const width = 352
const [left, right] = [16, 336]
/** Diameter of a dot with its gap. */
const step = 12
const top = 44

/** Where a value stands, in user units; what lies outside the scale stands at its end. */
export function xOf({ low, high }: Pick<BandDrawing, 'low' | 'high'>, value: number): number {
  const share = (Math.min(high, Math.max(low, value)) - low) / (high - low)
  return left + share * (right - left)
}

/** Dots of markers, stacked where they would cover each other, the lowest value first. */
export function dotsOf(drawing: BandDrawing): { x: number; y: number }[] {
  const { axis } = bandSize(drawing)
  return stacks(drawing).map(({ x, level }) => ({ x, y: axis - step * (level + 0.75) }))
}

/** Size of the picture and the height of its axis; higher the more markers meet. */
export function bandSize(drawing: BandDrawing): { width: number; height: number; axis: number; top: number } {
  const most = Math.max(1, ...stacks(drawing).map(({ level }) => level + 1))
  const axis = top + 10 + most * step
  return { width, height: axis + (drawing.reading === null ? 28 : 52), axis, top }
}

function stacks(drawing: BandDrawing): { x: number; level: number }[] {
  const placed: { x: number; level: number }[] = []
  for (const value of [...drawing.markers].sort((a, b) => a - b)) {
    const x = xOf(drawing, value)
    let level = 0
    while (placed.some((one) => one.level === level && Math.abs(one.x - x) < step)) level += 1
    placed.push({ x, level })
  }
  return placed
}

/** Where a label over or under this place begins, so that it stays in the picture. */
export function anchorAt(x: number): { x: number; textAnchor: 'start' | 'middle' | 'end' } {
  if (x < width * 0.3) return { x: Math.max(x, 2) - (x > left ? 4 : 0), textAnchor: 'start' }
  return x > width * 0.7 ? { x, textAnchor: 'end' } : { x, textAnchor: 'middle' }
}
