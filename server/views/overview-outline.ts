import { findActorNames } from '../../db/queries/actors.ts'
import { listCandidates } from '../../db/queries/candidates.ts'
import type { Q } from '../../db/store.ts'
import type { CandidateState } from '../../domain/candidates/rules.ts'
import { shownCandidates, statusQuo } from '../../domain/candidates/rules.ts'
import { shownWords } from '../../domain/moderation/shown.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import type { Placed } from '../../domain/threads/order.ts'
import { outlinePages } from '../../domain/threads/outline.ts'
import type { ContributionType } from '../../domain/threads/words.ts'
import type { OutlineRow, OverviewGround, OverviewLine } from './overview-ground.ts'

/** Characters of a contribution's words in the outline. */
const lineLength = 120

export interface OutlineNode extends OverviewLine {
  /** It answers deeper than the outline is indented: whose words. */
  inReplyTo: string | null
  children: OutlineNode[]
}

export interface OutlineCandidate {
  n: number
  /** Empty for what stands there already. */
  author: string
  text: string
  state: CandidateState
}

export interface OutlineSection {
  type: ContributionType | null
  candidate: OutlineCandidate | null
  total: number
  continued: boolean
  nodes: OutlineNode[]
  /** Contributions of branches that are longer than a page, which the thread itself shows. */
  left: number
}

export interface OutlineView {
  sections: OutlineSection[]
  page: number
  pages: number
}

/** One page of the outline of an argument ([T39], [T40]). @param wanted from 1; the last one where it asks for more. */
export async function overviewOutline(
  q: Q,
  threadId: string,
  ground: OverviewGround,
  wanted: number,
): Promise<OutlineView> {
  const candidates = await outlineCandidates(q, threadId, ground)
  const all = outlinePages(
    ground.all,
    candidates.map(({ n }) => n),
  )
  const page = Math.min(Math.max(1, wanted), all.length)
  const parts = all[page - 1] ?? []
  const placed = parts.flatMap(({ branches }) => branches.flatMap(({ items }) => items))
  const lines = new Map((await ground.lines(placed, lineLength)).map((line) => [line.id, line]))
  const sections = parts.map(({ about, total, continued, branches }) => ({
    type: 'type' in about ? about.type : null,
    candidate: 'candidate' in about ? (candidates.find(({ n }) => n === about.candidate) ?? null) : null,
    total,
    continued,
    nodes: branches.flatMap(({ items }) => nested(items, lines)),
    left: branches.reduce((sum, { left }) => sum + left, 0),
  }))
  return { sections, page, pages: all.length }
}

/** The candidates of a thread, with what stands there already where anything is said of it or competes with it. */
async function outlineCandidates(q: Q, threadId: string, { outline }: OverviewGround): Promise<OutlineCandidate[]> {
  const rows = shownCandidates(await listCandidates(q, threadId, null))
  const names = await findActorNames(
    q,
    rows.map(({ authorId }) => authorId),
  )
  const present: OutlineCandidate = { n: statusQuo, author: '', text: '', state: 'standing' }
  const isArgued = rows.length > 0 || outline.some(({ candidate }) => candidate === statusQuo)
  return [
    ...(isArgued ? [present] : []),
    ...rows.map(({ n, authorId, text, state }) => ({
      n,
      author: names.get(authorId) ?? '',
      text: excerpt(shownWords(text), lineLength),
      state,
    })),
  ]
}

/** A branch as a tree. Indentation ends at some depth, so that the tree is as shallow. */
function nested(items: readonly Placed<OutlineRow>[], lines: ReadonlyMap<string, OverviewLine>): OutlineNode[] {
  const roots: OutlineNode[] = []
  const open: OutlineNode[] = []
  for (const { item, depth, quotes } of items) {
    const line = lines.get(item.id)
    if (!line) continue
    const inReplyTo = quotes === null ? null : (lines.get(quotes)?.author ?? null)
    const node: OutlineNode = { ...line, inReplyTo, children: [] }
    open.length = Math.min(open.length, depth)
    const above = open.at(-1)
    if (above) above.children.push(node)
    else roots.push(node)
    open.push(node)
  }
  return roots
}
