import { createHmac, timingSafeEqual } from 'node:crypto'
import type { GroupId } from '../../domain/notifications/channels.ts'
import { groupIds } from '../../domain/notifications/channels.ts'
import type { Env } from '../env.ts'

/** What a link in a mail turns off: one group, or everything that comes in digests. */
export type Unsubscribed = GroupId | 'digest'

const known: readonly string[] = [...groupIds, 'digest']

/** The end of an address that turns mails of a group off for one account, signed with the secret of the site ([I24]). */
export function unsubscribeToken({ sessionSecret }: Pick<Env, 'sessionSecret'>, actorId: string, what: Unsubscribed) {
  return `${actorId}.${what}.${sign(sessionSecret, actorId, what).toString('base64url')}`
}

/** Whose mails a link turns off, and which; null where the site did not make it. */
export function readUnsubscribeToken(
  { sessionSecret }: Pick<Env, 'sessionSecret'>,
  token: string,
): { actorId: string; what: Unsubscribed } | null {
  const [actorId = '', what = '', mac = '', ...more] = token.split('.')
  if (more.length > 0 || !known.includes(what)) return null
  const given = Buffer.from(mac, 'base64url')
  const right = sign(sessionSecret, actorId, what)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return { actorId, what: what as Unsubscribed }
}

function sign(secret: string, actorId: string, what: string): Buffer {
  return createHmac('sha256', secret).update(`unsubscribe/v1\n${actorId}\n${what}`).digest()
}
