import { readSiteText } from '../../db/queries/site-texts.ts'
import type { Q } from '../../db/store.ts'
import type { MailLinkKind } from '../../domain/access/mail-links.ts'
import { mailLinks } from '../../domain/access/mail-links.ts'
import type { Deps } from '../deps.ts'
import { writeLetter } from '../mail/letter.ts'
import { siteUrl } from '../site-url.ts'

interface AccountLetter {
  subject: string
  /** Paragraphs above the button. */
  says: readonly string[]
  /** The one thing to do. */
  link?: { label: string; path: string }
  /** Why it came, and what to do if it was not asked for. */
  foot: string
}

/** A letter about somebody's own account. It names nobody and quotes nothing that was typed. */
export async function accountLetter(
  { env }: Pick<Deps, 'env'>,
  q: Q,
  { subject, says, link, foot }: AccountLetter,
): Promise<{ subject: string; text: string; html: string }> {
  const url = siteUrl(env)
  const letter = writeLetter({
    site: await readSiteText(q, 'site-name'),
    url,
    blocks: [
      ...says.map((text) => ({ type: 'text', text }) as const),
      ...(link ? [{ type: 'button', label: link.label, href: `${url}${link.path}` } as const] : []),
    ],
    foot: [{ type: 'small', text: foot }],
  })
  return { subject, ...letter }
}

/** The address of a mailed link. Opening it uses nothing up; the button on its page does. */
export const mailLinkPath = (kind: MailLinkKind, token: string) => `/link/${kind}?t=${token}`

/** For how long a link is good, in words. */
export function lifeInWords(kind: MailLinkKind): string {
  const minutes = mailLinks[kind].life / 60_000
  if (minutes < 60) return `${minutes} minutes`
  const hours = minutes / 60
  if (hours < 24) return hours === 1 ? 'an hour' : `${hours} hours`
  return hours === 24 ? 'a day' : `${hours / 24} days`
}
