import type { SnapshotChange } from './ballot.ts'

/** One frozen text of a ballot, as far as papers care. */
export interface FrozenText {
  /** 1 for the text frozen at opening; the highest one is under vote ([B40]). */
  n: number
  change: SnapshotChange
  /** Whether somebody said that a change called a typo is more than that ([B45]). */
  challenged: boolean
  /** Hash of each part. */
  parts: Readonly<Record<string, string>>
}

/** What a paper's standing follows from. */
export interface CastPaper {
  covered: Readonly<Record<string, string>>
  replaced: boolean
  /** Receipt of the paper that it re-affirms; null on a vote of its own. */
  reaffirms: string | null
}

/** `replaced`: a newer paper of its voter stands in its place ([B3]); the others as in [B42]. */
export type Standing = 'fresh' | 'reaffirmed' | 'stale' | 'replaced'

export interface StandingPaper<P> {
  paper: P
  standing: Standing
  /** Parts that changed for it, in the order of their names; empty unless it is stale. */
  changed: string[]
}

/** How many papers count as they were cast, count because they were re-affirmed, and do not count. */
export interface Freshness {
  fresh: number
  reaffirmed: number
  stale: number
}

/**
 * How each paper stands towards the text under vote ([B41], [B42]), in the order in which they were given; that order
 * changes nothing. Where the text was never amended every paper is fresh, whatever it covered: a question, or options.
 *
 * @param snapshots all of the ballot, in any order.
 */
export function standingPapers<P extends CastPaper>(
  papers: readonly P[],
  snapshots: readonly FrozenText[],
): StandingPaper<P>[] {
  const texts = inOrder(snapshots)
  return papers.map((paper) => {
    if (paper.replaced) return { paper, standing: 'replaced', changed: [] }
    const changed = changedParts(paper.covered, texts)
    if (changed.length > 0) return { paper, standing: 'stale', changed }
    return { paper, standing: paper.reaffirms === null ? 'fresh' : 'reaffirmed', changed }
  })
}

/** The papers that count ([B3], [B42]). */
export function countedPapers<P>(stood: readonly StandingPaper<P>[]): P[] {
  return stood.filter(({ standing }) => standing === 'fresh' || standing === 'reaffirmed').map(({ paper }) => paper)
}

/** What an outcome says of freshness; nothing where the text was never amended ([B42]). */
export function freshnessOf(
  stood: readonly StandingPaper<unknown>[],
  snapshots: readonly FrozenText[],
): { freshness?: Freshness } {
  if (snapshots.length < 2) return {}
  const freshness = { fresh: 0, reaffirmed: 0, stale: 0 }
  for (const { standing } of stood) if (standing !== 'replaced') freshness[standing] += 1
  return { freshness }
}

/** Parts that differ between two texts: changed, added or removed, in the order of their names. */
export function differingParts(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return all.filter((part) => before[part] !== after[part])
}

function changedParts(covered: CastPaper['covered'], texts: readonly FrozenText[]): string[] {
  const last = texts.at(-1)
  if (last === undefined || texts.length < 2) return []
  return differingParts(covered, last.parts).filter((part) => !onlyTypos(part, covered[part], texts))
}

/** Whether the part, walked back from the text under vote to what was covered, changed by unchallenged typos only. */
function onlyTypos(part: string, covered: string | undefined, texts: readonly FrozenText[]): boolean {
  for (let i = texts.length - 1; i > 0; i -= 1) {
    const [before, after] = [texts[i - 1], texts[i]]
    if (!before || !after || (before.parts[part] !== after.parts[part] && !isTypo(after))) return false
    if (before.parts[part] === covered) return true
  }
  return false
}

/** Whether a change counts as a typo: it was called one, and nobody challenged it ([B45]). */
export function isTypo({ change, challenged }: Pick<FrozenText, 'change' | 'challenged'>): boolean {
  return change === 'typo' && !challenged
}

function inOrder(snapshots: readonly FrozenText[]): FrozenText[] {
  return [...snapshots].sort((a, b) => a.n - b.n)
}
