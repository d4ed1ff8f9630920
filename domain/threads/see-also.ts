/** How many other contributions one names at most ([T28]). */
export const mostLinks = 5

/** Links as they were typed or pasted, one from the other by space or by line. */
export function typedLinks(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((link) => link !== ''))]
}

/**
 * The contribution that a link on this site leads to, as in `/threads/<id>?at=<c>#c-<c>` ([T28]). Under which name the
 * site was reached does not matter: only ids are kept, and they are looked up.
 */
export function linkedContribution(link: string): { threadId: string; contributionId: string } | null {
  if (link.length > 2000 || !/^(?:https?:\/)?\//.test(link)) return null
  let url: URL
  try {
    url = new URL(link, 'https://site.invalid')
  } catch {
    return null
  }
  const threadId = /^\/threads\/([a-z0-9]{1,80})$/.exec(url.pathname)?.[1]
  const contributionId = /^#c-([a-z0-9]{1,80})$/.exec(url.hash)?.[1] ?? url.searchParams.get('at')
  return threadId && contributionId && /^[a-z0-9]{1,80}$/.test(contributionId) ? { threadId, contributionId } : null
}

export type LinkDecision = 'link' | 'itself' | 'deleted' | 'known' | 'too-many'

/**
 * May a contribution name this other one ([T28])? That both may be read is asked elsewhere.
 *
 * @param named those that it names already.
 */
export function decideLink(
  fromId: string,
  to: { id: string; deletedAt: number | null },
  named: readonly string[],
): LinkDecision {
  if (to.id === fromId) return 'itself'
  if (to.deletedAt !== null) return 'deleted'
  if (named.includes(to.id)) return 'known'
  return named.length >= mostLinks ? 'too-many' : 'link'
}
