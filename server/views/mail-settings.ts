import { listChannels } from '../../db/queries/channels.ts'
import { findMailbox } from '../../db/queries/mails.ts'
import { findPreferences } from '../../db/queries/preferences.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { lastDigestAt, zoneOf } from '../../domain/mail/digest-times.ts'
import type { Channel, GroupId } from '../../domain/notifications/channels.ts'
import { channelsOf, groupIds, groups } from '../../domain/notifications/channels.ts'
import { day } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { readUnsubscribeToken } from '../mail/unsubscribe-token.ts'

export interface MailSettings {
  groups: { id: GroupId; name: string; means: string; chosen: Channel; offered: Channel[] }[]
  rhythm: 'daily' | 'weekly'
  hour: number
  day: number
  /** As chosen; empty where nothing was. */
  zone: string
  /** Whose clock counts, and whether the chosen zone is known. */
  clock: { zone: string; known: boolean }
  /** When the next digest comes, if there is news by then. */
  next: number
  email: string
}

/** What `/account/notifications` shows. @throws AppError `signed-out`. */
export async function mailSettings(deps: Deps, viewer: Viewer | null): Promise<MailSettings> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to choose your mails.')
  const q = deps.store.read
  const { actorId } = viewer
  const chosen = (await listChannels(q, [actorId])).get(actorId) ?? new Map<GroupId, Channel>()
  const { rhythm, digestHour, digestDay, timeZone } = await findPreferences(q, actorId)
  const zone = zoneOf(timeZone)
  return {
    groups: groupIds.map((id) => {
      const offered = channelsOf(id)
      const choice = chosen.get(id)
      const { name, means, usual } = groups[id]
      return { id, name, means, offered, chosen: choice !== undefined && offered.includes(choice) ? choice : usual }
    }),
    rhythm,
    hour: digestHour,
    day: digestDay,
    zone: timeZone ?? '',
    clock: { zone, known: timeZone === null || zone === timeZone },
    next: nextDigestAt({ rhythm, digestHour, digestDay, timeZone }, deps.now()),
    email: (await findMailbox(q, actorId))?.email ?? '',
  }
}

/** The first moment after now at which a digest is due: the last one of a day or a week later, give or take a clock. */
function nextDigestAt(rhythm: Parameters<typeof lastDigestAt>[0], now: number): number {
  const span = rhythm.rhythm === 'weekly' ? 7 * day : day
  const last = lastDigestAt(rhythm, now)
  return lastDigestAt(rhythm, last + span + 3 * 3_600_000)
}

/** What the page of a link in a mail says before it is pressed. @throws AppError `not-found`. */
export async function unsubscribePage(deps: Deps, token: string): Promise<{ name: string }> {
  const link = readUnsubscribeToken(deps.env, token)
  if (!link) throw new AppError('not-found', 'This link is not whole. Copy all of it, or choose on your account page.')
  return { name: link.what === 'digest' ? 'digests' : `mails at once about “${groups[link.what].name}”` }
}
