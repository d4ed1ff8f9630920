/** What one account wrote into a draft's document. */
export interface Share {
  actorId: string
  name: string
  /** Number of committed changes. */
  changes: number
  /** Size of these changes in the document's log. */
  bytes: number
}

/**
 * The authors of a version, most written first (SPEC [P6]).
 *
 * @param owner the draft's owner, who stands in where nobody changed the document.
 */
export function authorsOf(
  shares: readonly Share[],
  owner: { actorId: string; name: string },
): { actorId: string; name: string }[] {
  const sum = new Map<string, Share>()
  for (const share of shares) {
    const known = sum.get(share.actorId)
    sum.set(
      share.actorId,
      known ? { ...known, changes: known.changes + share.changes, bytes: known.bytes + share.bytes } : share,
    )
  }
  const authors = [...sum.values()].filter((share) => share.changes > 0).sort(byAmount)
  return authors.length > 0 ? authors.map(({ actorId, name }) => ({ actorId, name })) : [owner]
}

function byAmount(a: Share, b: Share): number {
  if (a.bytes !== b.bytes) return b.bytes - a.bytes
  if (a.changes !== b.changes) return b.changes - a.changes
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.actorId < b.actorId ? -1 : 1
}
