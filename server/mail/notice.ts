import { findActorViewer } from '../../db/queries/actors.ts'
import { listChannels } from '../../db/queries/channels.ts'
import { findNotification } from '../../db/queries/notifications.ts'
import { channelOf, groupOfKind } from '../../domain/notifications/channels.ts'
import { kinds, whyLine } from '../../domain/notifications/kinds.ts'
import { lookUp } from '../notifications/look-up.ts'
import { siteUrl } from '../site-url.ts'
import type { Compose } from './composers.ts'
import type { Block } from './letter.ts'
import { clockOf, newsLetter } from './news-letter.ts'
import { wordsOf } from './words-of.ts'

/**
 * A mail about one notification, written when it is sent: from what its reader may see then, and only while it is open
 * and, where it waits for them, still waits ([I21] of notifications).
 */
export const composeNotice: Compose = async (deps, { actorId, about }) => {
  const q = deps.store.read
  if (actorId === null) return null
  const viewer = await findActorViewer(q, actorId)
  const found = await findNotification(q, actorId, String(about.key))
  if (!viewer || !found || found.row.doneAt !== null) return null
  const { row, by } = found
  if (channelOf(row.kind, (await listChannels(q, [actorId])).get(actorId) ?? new Map()) !== 'at-once') return null
  const sight = (await lookUp(q, [row], { viewer, now: deps.now() })).get(row.key)
  if (!sight || (sight.settlement !== 'waits' && sight.settlement !== 'told')) return null
  const words = await wordsOf(q, row, sight)
  // What somebody wrote is deleted, or withheld until a moderator has looked.
  if (kinds[row.kind].about === 'contribution' && words.length === 0) return null
  const why = whyLine(row.kind, { by, count: row.count })
  const href = siteUrl(deps.env) + sight.href
  const clock = await clockOf(deps, actorId)
  const blocks: Block[] = [
    { type: 'text', text: `${why}.` },
    { type: 'heading', text: sight.title, href },
    ...words,
    ...(sight.due === null ? [] : [{ type: 'text', text: `Until ${clock(sight.due)}.` } as const]),
    { type: 'button', label: `Open the ${sight.noun.toLowerCase()}`, href },
  ]
  return newsLetter(deps, { actorId, subject: `${sight.title}: ${why}`, blocks, what: groupOfKind[row.kind] })
}
