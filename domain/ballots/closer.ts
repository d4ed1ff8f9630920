/** What one person had to do with a ballot. */
export interface Involvement {
  /** Opened it. */
  opened: boolean
  /** Owns its draft, wrote in it, or had words accepted into it. */
  wrote: boolean
  /** Voted; where names are hidden nobody can say, so whoever could vote counts as having voted. */
  voted: 'yes' | 'no' | 'unknown'
}

/**
 * Why somebody may not close the matter, in words; null where they may ([B53]). Closing it is to say what follows from
 * a ballot, and to publish what it adopted.
 */
export function closerFault(closer: 'anyone' | 'uninvolved', { opened, wrote, voted }: Involvement): string | null {
  if (closer === 'anyone') return null
  const asks = 'This ballot asks for a moderator who had no part in it.'
  if (opened) return `${asks} You opened it.`
  if (wrote) return `${asks} You wrote in its draft.`
  if (voted === 'yes') return `${asks} You voted in it.`
  return voted === 'unknown' ? `${asks} You could vote in it, and its names are hidden.` : null
}
