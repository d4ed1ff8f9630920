import type { Block, Inline, List } from '../prose/tree.ts'
import type { RelatedPair } from '../relations/relate-pairs.ts'

export type EdgeRule = 'link' | 'stage'

export interface Edge {
  from: string
  to: string
  /** By which rules it is there: `link` first. */
  rules: EdgeRule[]
}

export interface PathStrategy {
  slug: string
  /** Id of its time horizon; empty where none is given. */
  horizon: string
  /** Slugs that its section on what binds next refers to. */
  refersTo: readonly string[]
}

/** The horizons that have an order, the nearest first. */
export const stages = ['pre-transition', 'during-transition', 'post-transition'] as const

/** Every edge between strategies (SPEC [N1]–[N3]). */
export function pathEdges(strategies: readonly PathStrategy[], pairs: readonly RelatedPair[]): Edge[] {
  const there = new Map(strategies.map((one) => [one.slug, one]))
  const edges = new Map<string, Edge>()
  const add = (from: string, to: string, rule: EdgeRule) => {
    if (from === to || !there.has(from) || !there.has(to)) return
    const edge = edges.get(`${from} ${to}`) ?? { from, to, rules: [] }
    if (!edge.rules.includes(rule)) edge.rules.push(rule)
    edges.set(`${from} ${to}`, edge)
  }
  for (const { slug, refersTo } of strategies) for (const to of refersTo) add(slug, to, 'link')
  for (const { a, b, kind, mechanism } of pairs) {
    if (kind !== 'complement' || mechanism !== 'stage-sequenced') continue
    const step = stageOf(there.get(b)) - stageOf(there.get(a))
    if (step > 0) add(a, b, 'stage')
    if (step < 0) add(b, a, 'stage')
  }
  return [...edges.values()].sort((x, y) => order(x.from, y.from) || order(x.to, y.to))
}

/** Slugs of strategies that a text refers to, once each, in the order of the text (SPEC [N1]). */
export function refersTo(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap(inBlock))]
}

function inBlock(block: Block): string[] {
  return block.type === 'list' ? inList(block) : inInline(block.children)
}

function inList({ items }: List): string[] {
  return items.flatMap(({ children, list }) => [...inInline(children), ...(list ? inList(list) : [])])
}

function inInline(children: readonly Inline[]): string[] {
  return children.flatMap((node) => {
    if (node.type === 'break') return []
    if (node.type === 'text') return [...node.text.matchAll(/\[\[([a-z0-9-]+)\]\]/g)].map(([, slug]) => slug ?? '')
    const [, slug] = /^(?:https?:\/\/[^/]+)?\/strategies\/([a-z0-9-]+)(?:[?#].*)?$/.exec(node.url) ?? []
    return slug ? [slug, ...inInline(node.children)] : inInline(node.children)
  })
}

/** Place in the order of stages; NaN, which is neither before nor after anything, where there is none. */
function stageOf(strategy: PathStrategy | undefined): number {
  const place = (stages as readonly string[]).indexOf(strategy?.horizon ?? '')
  return place < 0 ? Number.NaN : place
}

function order(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0
}
