import { findActorViewer } from '../../db/queries/actors.ts'
import { listChannels, listMailed } from '../../db/queries/channels.ts'
import type { NotificationRow } from '../../db/queries/notifications.ts'
import { listOpenNotifications } from '../../db/queries/notifications.ts'
import { findPreferences } from '../../db/queries/preferences.ts'
import { readSiteText } from '../../db/queries/site-texts.ts'
import type { Q } from '../../db/store.ts'
import { zoneOf } from '../../domain/mail/digest-times.ts'
import { channelOf, groupsInDigest } from '../../domain/notifications/channels.ts'
import type { Group, Item } from '../../domain/notifications/inbox.ts'
import { sortInbox } from '../../domain/notifications/inbox.ts'
import { kindIds, whyLine } from '../../domain/notifications/kinds.ts'
import type { Deps } from '../deps.ts'
import type { Sight } from '../notifications/look.ts'
import { lookUp } from '../notifications/look-up.ts'
import { siteUrl } from '../site-url.ts'
import type { Compose } from './composers.ts'
import type { Block } from './letter.ts'
import { clockOf, newsLetter } from './news-letter.ts'
import { noticeKey } from './notice-key.ts'
import { wordsOf } from './words-of.ts'

/** Things in one digest; of more it says the number. */
const mostThings = 30
/** Notifications that are looked at. */
const mostLooked = 500

interface Entry extends Item {
  row: NotificationRow
  by: string | null
  sight: Sight
}

/** The digest of one person over a stretch of time, written when it is sent ([I22], [I23] of notifications). */
export const composeDigest: Compose = async (deps, { actorId, about }) => {
  const q = deps.store.read
  const viewer = actorId === null ? undefined : await findActorViewer(q, actorId)
  if (!viewer) return null
  const entries = await openEntries(deps, viewer.actorId, { from: Number(about.from), until: Number(about.until) })
  const { needs, watching } = sortInbox(entries, deps.now())
  const groups = [...needs, ...watching]
  if (groups.length === 0) return null
  const clock = await clockOf(deps, viewer.actorId)
  const blocks: Block[] = [{ type: 'text', text: `What is new for you, from ${clock(Number(about.from))}.` }]
  if (needs.length > 0 && watching.length > 0) blocks.push({ type: 'small', text: 'What needs you comes first.' })
  for (const group of groups.slice(0, mostThings)) blocks.push(...(await ofThing(q, deps, group, clock)))
  const more = groups.length - mostThings
  if (more > 0) blocks.push({ type: 'text', text: `${more} more in your inbox.` })
  blocks.push({ type: 'button', label: 'Open your inbox', href: `${siteUrl(deps.env)}/inbox` })
  const n = groups.length
  const site = await readSiteText(q, 'site-name')
  const subject = `${n === 1 ? (groups[0]?.items[0]?.sight.title ?? '') : `${n} things`} on ${site}`
  const note = await noteOf(q, viewer.actorId)
  return newsLetter(deps, { actorId: viewer.actorId, subject, blocks, what: 'digest', ...(note && { note }) })
}

/** What came in a stretch of time, belongs in a digest, and may still be seen. */
async function openEntries(
  deps: Deps,
  actorId: string,
  { from, until }: { from: number; until: number },
): Promise<Entry[]> {
  const q = deps.store.read
  const viewer = await findActorViewer(q, actorId)
  if (!viewer) return []
  const open = await listOpenNotifications(q, { actorId, after: from - 1, kinds: kindIds, limit: mostLooked })
  const inTime = open.filter(({ row }) => row.at < until)
  const chosen = (await listChannels(q, [actorId])).get(actorId) ?? new Map()
  // Whoever wants no digests gets none of what is mailed at once, either.
  if (groupsInDigest(chosen).length === 0) return []
  const mailed = await listMailed(
    q,
    inTime.map(({ row }) => noticeKey(row)),
  )
  const wanted = inTime.filter(({ row }) => {
    const channel = channelOf(row.kind, chosen)
    return (channel === 'digest' || channel === 'at-once') && !mailed.has(noticeKey(row))
  })
  const sights = await lookUp(
    q,
    wanted.map(({ row }) => row),
    { viewer, now: deps.now() },
  )
  return wanted.flatMap(({ row, by }): Entry[] => {
    const sight = sights.get(row.key)
    if (!sight) return []
    const { thing, kind, ref, at, doneAt, snoozedUntil } = row
    return [{ row, by, sight, thing, says: `${kind} ${ref}`, at, doneAt, snoozedUntil, settlement: sight.settlement }]
  })
}

async function ofThing(q: Q, deps: Deps, { items }: Group<Entry>, clock: (at: number) => string): Promise<Block[]> {
  const [first] = items
  if (!first) return []
  const url = siteUrl(deps.env)
  const blocks: Block[] = [{ type: 'heading', text: first.sight.title, href: url + first.sight.href }]
  for (const { row, by, sight } of items) {
    const due = sight.due === null ? '' : ` Until ${clock(sight.due)}.`
    blocks.push({ type: 'small', text: `${whyLine(row.kind, { by, count: row.count })}.${due}` })
    blocks.push(...(await wordsOf(q, row, sight)))
    if (sight.href !== first.sight.href) blocks.push({ type: 'link', label: 'Open it', href: url + sight.href })
  }
  return blocks
}

/** Says whose clock the hour is of, where it is not that of a chosen zone. */
async function noteOf(q: Q, actorId: string): Promise<string | null> {
  const { timeZone } = await findPreferences(q, actorId)
  if (timeZone === null) return 'Its hour is that of UTC, since you chose no time zone.'
  return zoneOf(timeZone) === timeZone ? null : `Its hour is that of UTC, since nobody knows the time zone ${timeZone}.`
}
