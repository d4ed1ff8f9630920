import { cut } from './cut.ts'

const box = { width: 286, height: 34 }
const gap = 74
const step = 44
const top = 34
/** Letters that fit into a box at the size of the labels, the widest ones counted. */
const letters = 36

export interface PathColumn {
  title: string
  nodes: readonly { slug: string; title: string }[]
}

export interface PathEdge {
  from: string
  to: string
}

/**
 * Places strategies in columns and leads a curve along every edge: to the right between columns, and in a loop where an
 * edge stays in its column or runs back. The same input always gives the same picture, and no two boxes touch.
 */
export function pathLayout<E extends PathEdge>(columns: readonly PathColumn[], edges: readonly E[]) {
  const tallest = Math.max(1, ...columns.map(({ nodes }) => nodes.length))
  const height = top + tallest * step + 8
  const width = Math.max(1, columns.length) * (box.width + gap)
  const nodes = columns.flatMap(({ nodes: own }, column) =>
    own.map((node, i) => ({
      ...node,
      ...box,
      text: cut(node.title, letters),
      column,
      x: column * (box.width + gap) + 2,
      y: top + ((tallest - own.length) * step) / 2 + i * step,
    })),
  )
  const found = new Map(nodes.map((node) => [node.slug, node]))
  const curves = edges.flatMap((edge) => {
    const from = found.get(edge.from)
    const to = found.get(edge.to)
    return from && to ? [{ ...edge, d: curve(from, to, nodes) }] : []
  })
  return {
    width,
    height,
    heads: columns.map(({ title }, column) => ({ title, x: column * (box.width + gap) + 2, y: 16 })),
    nodes,
    curves,
  }
}

interface Placed {
  column: number
  x: number
  y: number
}

function curve(from: Placed, to: Placed, nodes: readonly Placed[]): string {
  const start = { x: from.x + box.width, y: from.y + box.height / 2 }
  // The end stands off the box by the length of the arrow's head.
  const onward = to.column > from.column
  const stops = onward ? gapsBetween(from, to, nodes) : []
  const end = { x: onward ? to.x - 7 : to.x + box.width + 7, y: to.y + box.height / 2 }
  const round = (n: number) => Math.round(n * 10) / 10
  const point = (x: number, y: number) => `${round(x)} ${round(y)}`
  if (!onward) {
    const bend = gap * 0.8
    return `M${point(start.x, start.y)}C${point(start.x + bend, start.y)} ${point(end.x + bend, end.y)} ${point(end.x, end.y)}`
  }
  let d = `M${point(start.x, start.y)}`
  let at = start
  for (const stop of [...stops, end]) {
    const bend = (stop.x - at.x) / 2
    d += `C${point(at.x + bend, at.y)} ${point(stop.x - bend, stop.y)} ${point(stop.x, stop.y)}`
    at = stop
    if (stop === end) break
    at = { x: stop.x + box.width, y: stop.y }
    d += `H${round(at.x)}`
  }
  return d
}

/** Where a line passes the columns between its ends: through the gap between two boxes that lies nearest to its way. */
function gapsBetween(from: Placed, to: Placed, nodes: readonly Placed[]): { x: number; y: number }[] {
  const columns = Array.from({ length: to.column - from.column - 1 }, (_, i) => from.column + i + 1)
  return columns.map((column) => {
    const part = (column - from.column) / (to.column - from.column)
    const wanted = from.y + (to.y - from.y) * part + box.height / 2
    const own = nodes.filter((node) => node.column === column)
    const lines = own.flatMap(({ y }) => [y - (step - box.height) / 2, y + box.height + (step - box.height) / 2])
    const y = lines.reduce(
      (best, line) => (Math.abs(line - wanted) < Math.abs(best - wanted) ? line : best),
      lines[0] ?? wanted,
    )
    return { x: column * (box.width + gap) + 2, y }
  })
}
