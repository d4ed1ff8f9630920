/** What is known of a draft's descent. */
export interface Descent {
  id: string
  forkedFrom: string | null
  /** The version it began from; null for a new entry. */
  baseVersion: number | null
  createdAt: number
}

/** Where the text stands to which two drafts both go back. */
export type Ancestor = { type: 'fork'; draftId: string } | { type: 'version'; n: number }

/**
 * The common ancestor of two drafts of one entry ([K7]).
 *
 * @param mine a draft and the drafts it goes back to, itself first; `theirs` the same of the other.
 * @returns the fork whose first text it is, or a version; null where there is none.
 */
export function commonAncestor(mine: readonly Descent[], theirs: readonly Descent[]): Ancestor | null {
  const meeting = mine.findIndex(({ id }) => theirs.some((other) => other.id === id))
  if (meeting >= 0) {
    const met = theirs.findIndex(({ id }) => id === mine[meeting]?.id)
    // The drafts through which either side left the one they share; a side that is that draft itself never left it.
    const left = [mine[meeting - 1], theirs[met - 1]].filter((one) => one !== undefined)
    const [first] = left.sort((a, b) => a.createdAt - b.createdAt)
    return first ? { type: 'fork', draftId: first.id } : null
  }
  const bases = [mine[0]?.baseVersion, theirs[0]?.baseVersion]
  const known = bases.filter((n) => typeof n === 'number')
  return known.length === 2 ? { type: 'version', n: Math.min(...known) } : null
}
