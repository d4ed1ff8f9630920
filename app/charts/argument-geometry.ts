import { wrap } from './wrap.ts'

const column = 400
const gutter = 60
const indent = 24
const box = { height: 66, between: 10 }
const head = 34
const claimWidth = 560
const line = 18
/** Letters that fit into a line of a box at the size of the labels, and of the claim. */
const letters = { root: 56, answer: 52, claim: 62 }

export interface ArgumentNode {
  id: string
  /** What is written in its box. */
  text: string
}

export interface ArgumentGroup<N extends ArgumentNode> {
  type: string
  title: string
  /** First contributions that are not drawn. */
  more: number
  roots: readonly { node: N; answers: readonly N[] }[]
}

export interface PlacedNode<N extends ArgumentNode> {
  node: N
  type: string
  isAnswer: boolean
  x: number
  y: number
  width: number
  height: number
  lines: string[]
}

/**
 * Places an argument: the claim on top, a trunk below it, what is for it on the left and what is against it on the
 * right, and every other type in the column that is shorter then. Answers stand indented under what they answer. The
 * same input always gives the same picture, and no two boxes touch.
 */
export function argumentLayout<N extends ArgumentNode>(claim: string, groups: readonly ArgumentGroup<N>[]) {
  const width = 2 * column + gutter
  const trunkX = column + gutter / 2
  const claimLines = wrap(claim, letters.claim, 2)
  const claimBox = { x: (width - claimWidth) / 2, y: 2, width: claimWidth, height: 22 + claimLines.length * line }
  const top = claimBox.y + claimBox.height + 20
  const bottoms = { left: top, right: top }
  const nodes: PlacedNode<N>[] = []
  const heads: { type: string; text: string; x: number; y: number }[] = []
  const links: { key: string; type: string; d: string }[] = []
  let trunkEnd = claimBox.y + claimBox.height

  for (const { type, title, more, roots } of groups) {
    const side = sideOf(type, bottoms)
    const x = side === 'left' ? 0 : column + gutter
    let y = bottoms[side] + head
    heads.push({ type, text: more > 0 ? `${title}, and ${more} more` : title, x, y: y - 12 })
    for (const { node, answers } of roots) {
      const root = { x, y, width: column, height: box.height }
      nodes.push({ node, type, isAnswer: false, ...root, lines: wrap(node.text, letters.root, 2) })
      const middle = y + box.height / 2
      links.push({ key: node.id, type, d: `M${trunkX} ${middle}H${side === 'left' ? column : x}` })
      trunkEnd = Math.max(trunkEnd, middle)
      y += box.height + box.between
      for (const answer of answers) {
        const at = { x: x + indent, y, width: column - indent, height: box.height }
        nodes.push({ node: answer, type, isAnswer: true, ...at, lines: wrap(answer.text, letters.answer, 2) })
        links.push({
          key: answer.id,
          type: 'answer',
          d: `M${x + indent / 2} ${root.y + box.height}V${y + box.height / 2}H${x + indent}`,
        })
        y += box.height + box.between
      }
    }
    bottoms[side] = y
  }
  return {
    width,
    height: Math.max(bottoms.left, bottoms.right) + 2,
    claim: { ...claimBox, lines: claimLines },
    trunk: { x: trunkX, from: claimBox.y + claimBox.height, to: trunkEnd },
    heads,
    nodes,
    links,
  }
}

function sideOf(type: string, bottoms: { left: number; right: number }): 'left' | 'right' {
  if (type === 'for') return 'left'
  if (type === 'against') return 'right'
  return bottoms.right < bottoms.left ? 'right' : 'left'
}
