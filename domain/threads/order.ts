import type { ContributionType } from './words.ts'
import { contributionTypes } from './words.ts'

export const threadOrders = ['kind', 'newest', 'oldest'] as const
export type ThreadOrder = (typeof threadOrders)[number]

/** Answers are indented at most so far; deeper ones follow linearly with a quote ([T7]). */
export const deepestShown = 3

export interface Ordered {
  id: string
  replyTo: string | null
  type: ContributionType
  createdAt: number
}

export interface Placed<T extends Ordered> {
  item: T
  /** 0 to `deepestShown`. */
  depth: number
  /** The contribution whose words must be quoted, because the indentation no longer shows it. */
  quotes: string | null
  /** Answers of any depth below it. */
  answers: number
}

/** A first contribution with everything that answers it, in reading order. */
export type Branch<T extends Ordered> = [Placed<T>, ...Placed<T>[]]

/**
 * Puts contributions into reading order ([T7], [T11]). One whose parent is missing starts a branch of its own, as does
 * one in a ring of parents, so that nothing is ever hidden.
 */
export function branches<T extends Ordered>(items: readonly T[], order: ThreadOrder): Branch<T>[] {
  const inTime = [...items].sort(byTime)
  const known = new Set(inTime.map(({ id }) => id))
  const answers = new Map<string, T[]>()
  const roots: T[] = []
  for (const item of inTime) {
    if (item.replyTo === null || !known.has(item.replyTo)) roots.push(item)
    else {
      const before = answers.get(item.replyTo)
      if (before) before.push(item)
      else answers.set(item.replyTo, [item])
    }
  }
  const placed = new Set<string>()
  const all = roots.map((root) => branch(root, answers, placed))
  for (const item of inTime) if (!placed.has(item.id)) all.push(branch(item, answers, placed))
  return all.sort(([{ item: a }], [{ item: b }]) => compare(a, b, order))
}

function branch<T extends Ordered>(root: T, answers: Map<string, T[]>, placed: Set<string>): Branch<T> {
  const first: Placed<T> = { item: root, depth: 0, quotes: null, answers: 0 }
  placed.add(root.id)
  const rest: Placed<T>[] = []
  const deep: Placed<T>[] = []

  // A stack of our own: a chain of a thousand answers must not exhaust the call stack.
  const open: { node: Placed<T>; level: number; next: number }[] = [{ node: first, level: 0, next: 0 }]
  while (open.length > 0) {
    const top = open.at(-1)!
    const child = answers.get(top.node.item.id)?.[top.next]
    top.next += 1
    if (!child) {
      open.pop()
      const above = open.at(-1)
      if (above) above.node.answers += top.node.answers + 1
      if (top.level === deepestShown && deep.length > 0) {
        rest.push(...deep.sort((a, b) => byTime(a.item, b.item)))
        deep.length = 0
      }
      continue
    }
    if (placed.has(child.id)) continue
    placed.add(child.id)
    const level = top.level + 1
    const node: Placed<T> = {
      item: child,
      depth: Math.min(level, deepestShown),
      quotes: level > deepestShown ? child.replyTo : null,
      answers: 0,
    }
    ;(level > deepestShown ? deep : rest).push(node)
    open.push({ node, level, next: 0 })
  }
  return [first, ...rest]
}

function byTime(a: Ordered, b: Ordered): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function compare(a: Ordered, b: Ordered, order: ThreadOrder): number {
  if (order === 'newest') return -byTime(a, b)
  if (order === 'kind' && a.type !== b.type)
    return contributionTypes.indexOf(a.type) - contributionTypes.indexOf(b.type)
  return byTime(a, b)
}
