import { chooseChannels, listChannels } from '../../../db/queries/channels.ts'
import { findMailbox } from '../../../db/queries/mails.ts'
import type { Channel, GroupId } from '../../../domain/notifications/channels.ts'
import { groupsInDigest } from '../../../domain/notifications/channels.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { readUnsubscribeToken } from '../../mail/unsubscribe-token.ts'

/**
 * Turns the mails off that a link in one of them names; everything stays in the inbox (notifications SPEC [I24]). Asks
 * for no account: the link is signed. Done twice it does nothing more. It is private and stands in no record.
 *
 * @throws AppError `not-found` for a link that the site did not make.
 */
export async function unsubscribe(deps: Deps, { token }: { token: string }): Promise<void> {
  const link = readUnsubscribeToken(deps.env, token)
  if (!link) throw new AppError('not-found', 'This link is not whole. Copy all of it, or choose on your account page.')
  const { actorId, what } = link
  await deps.store.tx(async (q) => {
    if (!(await findMailbox(q, actorId))) throw new AppError('not-found', 'There is no such account any more.')
    const chosen = (await listChannels(q, [actorId])).get(actorId) ?? new Map<GroupId, Channel>()
    const off = what === 'digest' ? groupsInDigest(chosen) : [what]
    await chooseChannels(
      q,
      actorId,
      off.map((id) => [id, 'inbox'] as const),
      deps.now(),
    )
  })
}
