import { findPreferences } from '../../db/queries/preferences.ts'
import { readSiteText } from '../../db/queries/site-texts.ts'
import { zoneOf } from '../../domain/mail/digest-times.ts'
import { groups } from '../../domain/notifications/channels.ts'
import type { Deps } from '../deps.ts'
import { siteUrl } from '../site-url.ts'
import type { Composed } from './composers.ts'
import type { Block } from './letter.ts'
import { writeLetter } from './letter.ts'
import type { Unsubscribed } from './unsubscribe-token.ts'
import { unsubscribeToken } from './unsubscribe-token.ts'

interface News {
  actorId: string
  subject: string
  blocks: readonly Block[]
  /** What the link at its end turns off. */
  what: Unsubscribed
  /** Further words at its end. */
  note?: string
}

/** A mail with news: its parts, and the ways to get none of these any more ([I24] of notifications). */
export async function newsLetter(deps: Deps, { actorId, subject, blocks, what, note }: News): Promise<Composed> {
  const url = siteUrl(deps.env)
  const off = `${url}/unsubscribe/${unsubscribeToken(deps.env, actorId, what)}`
  const name = what === 'digest' ? 'a digest' : `mails at once about “${groups[what].name}”`
  const foot: Block[] = [
    { type: 'text', text: `This site sends you ${name}.${note === undefined ? '' : ` ${note}`}` },
    { type: 'link', label: 'No more of these mails', href: off },
    { type: 'link', label: 'Choose what is mailed to you', href: `${url}/account/notifications` },
  ]
  return {
    subject,
    ...writeLetter({ site: await readSiteText(deps.store.read, 'site-name'), url, blocks, foot }),
    headers: { 'List-Unsubscribe': `<${off}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}

/** Writes moments as the reader's clock shows them, with the zone named. */
export async function clockOf(deps: Deps, actorId: string): Promise<(at: number) => string> {
  const { timeZone } = await findPreferences(deps.store.read, actorId)
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: zoneOf(timeZone),
  })
  return (at) => format.format(at)
}
