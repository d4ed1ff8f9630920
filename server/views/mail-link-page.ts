import type { MailLinkKind } from '../../domain/access/mail-links.ts'
import { lookAtMailToken } from '../accounts/mail-tokens.ts'
import type { Deps } from '../deps.ts'

/** What the page of a mailed link shows: whether it is still good, and the address it is about. Nothing is used up. */
export async function mailLinkPage(deps: Deps, kind: MailLinkKind, token: string) {
  const row = await lookAtMailToken(deps.store.read, { kind, token, now: deps.now() })
  return row ? { good: true as const, email: row.email } : { good: false as const, email: null }
}
