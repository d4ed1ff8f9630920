import { cut } from './cut.ts'

export interface EgoNode {
  slug: string
  title: string
  kind: 'conflict' | 'complement' | 'twin'
}

export interface EgoBox {
  x: number
  y: number
  width: number
  height: number
}

export interface PlacedNode extends EgoNode, EgoBox {
  /** The title as far as it fits into the box. */
  text: string
  /** From the middle box to this one. */
  line: { x1: number; y1: number; x2: number; y2: number }
  /** Middle of the line, where the mark of the relation stands. */
  mark: { x: number; y: number }
}

const chip = { width: 268, height: 32 }
const step = 40
const egoWidth = 250
const width = 980
/** Letters that fit into a box at the size of the labels, the widest ones counted. */
const letters = 37

/**
 * Places the neighbours of a strategy: conflicts and then twins on the left, complements on the right, each side from
 * top to bottom in the order given. The same input always gives the same picture, and no two boxes touch.
 */
export function egoLayout(title: string, around: readonly EgoNode[]) {
  const sides = {
    left: [...around.filter(({ kind }) => kind === 'conflict'), ...around.filter(({ kind }) => kind === 'twin')],
    right: around.filter(({ kind }) => kind === 'complement'),
  }
  const tallest = Math.max(sides.left.length, sides.right.length, 1)
  const height = tallest * step + 16
  const ego: EgoBox = { x: (width - egoWidth) / 2, y: height / 2 - 22, width: egoWidth, height: 44 }
  const place = (side: 'left' | 'right') =>
    sides[side].map((node, i): PlacedNode => {
      const top = (height - sides[side].length * step) / 2 + i * step + (step - chip.height) / 2
      const x = side === 'left' ? 0 : width - chip.width
      const line = {
        x1: side === 'left' ? ego.x : ego.x + ego.width,
        y1: ego.y + ego.height / 2,
        x2: side === 'left' ? chip.width : x,
        y2: top + chip.height / 2,
      }
      // Nearer to the neighbour than to the middle, where the lines are apart.
      const mark = { x: line.x1 + (line.x2 - line.x1) * 0.78, y: line.y1 + (line.y2 - line.y1) * 0.78 }
      return { ...node, ...chip, x, y: top, text: cut(node.title, letters), line, mark }
    })
  return { width, height, ego: { ...ego, text: cut(title, 30) }, nodes: [...place('left'), ...place('right')] }
}
