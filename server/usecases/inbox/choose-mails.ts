import { chooseChannels } from '../../../db/queries/channels.ts'
import { savePreferences } from '../../../db/queries/preferences.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { channelsOf, groupIds, groups } from '../../../domain/notifications/channels.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

/** What the page of settings sends, as typed. */
export interface ChosenMails {
  /** A channel for each group, by the group's id; a group that is missing stays as it is. */
  channels: Readonly<Record<string, string | undefined>>
  rhythm: string
  hour: string
  day: string
}

/**
 * Keeps how somebody is told of news: how far each group reaches, and when a digest comes (notifications SPEC
 * [I18]–[I22]). It is private and stands in no record.
 *
 * @throws AppError `bad-input` (the group's id, `rhythm`, `hour` or `day`), `signed-out`.
 */
export async function chooseMails(deps: Deps, viewer: Viewer | null, input: ChosenMails): Promise<void> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to choose your mails.')
  const choices = groupIds.flatMap((id) => {
    const typed = input.channels[id]
    if (typed === undefined) return []
    const channel = channelsOf(id).find((one) => one === typed)
    if (!channel) throw new AppError('bad-input', `Choose one of the ways offered for “${groups[id].name}”.`, id)
    return [[id, channel] as const]
  })
  const rhythm = (['daily', 'weekly'] as const).find((one) => one === input.rhythm)
  if (!rhythm) throw new AppError('bad-input', 'Choose daily or weekly.', 'rhythm')
  const digestHour = within(input.hour, 0, 23)
  if (digestHour === null) throw new AppError('bad-input', 'Choose an hour from 0 to 23.', 'hour')
  const digestDay = within(input.day, 1, 7)
  if (digestDay === null) throw new AppError('bad-input', 'Choose a day of the week.', 'day')
  const now = deps.now()
  await deps.store.tx(async (q) => {
    await chooseChannels(q, viewer.actorId, choices, now)
    await savePreferences(q, viewer.actorId, { rhythm, digestHour, digestDay }, now)
  })
}

function within(typed: string, least: number, most: number): number | null {
  const n = Number(typed)
  return /^\d{1,2}$/.test(typed) && n >= least && n <= most ? n : null
}
