import { insertLink, listNamedBy } from '../../../db/queries/contribution-links.ts'
import { findContribution } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { excerpt } from '../../../domain/text/excerpt.ts'
import type { LinkDecision } from '../../../domain/threads/see-also.ts'
import { decideLink, linkedContribution, mostLinks, typedLinks } from '../../../domain/threads/see-also.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'
import { recordEvent } from '../../record/record-event.ts'
import { findReadableThread, threadEvents } from './thread-access.ts'

const refusals: Record<Exclude<LinkDecision, 'link'>, string> = {
  itself: 'A contribution does not name itself.',
  deleted: 'The contribution that you name was deleted.',
  known: 'It names this contribution already.',
  'too-many': `A contribution names at most ${mostLinks} others.`,
}

/**
 * Links a contribution with others by their links ([T28]). Call it in a transaction, once it is known that this person
 * may.
 *
 * @param typed links, one from the other by space or line.
 * @returns what to announce for the threads that are named.
 * @throws AppError `bad-input` (field `seeAlso`).
 */
export async function nameOthers(
  deps: Deps,
  q: Q,
  by: Viewer,
  from: { id: string; subject: string },
  typed: string,
): Promise<LiveEvent[]> {
  const named = await listNamedBy(q, from.id)
  const told: LiveEvent[] = []
  for (const link of typedLinks(typed)) {
    const { contribution, loaded } = await linked(q, by, link)
    const decision = decideLink(from.id, contribution, named)
    if (decision !== 'link') throw new AppError('bad-input', refusals[decision], 'seeAlso')
    await insertLink(q, { fromId: from.id, toId: contribution.id, n: named.length, addedAt: deps.now() })
    named.push(contribution.id)
    await recordEvent(deps, q, {
      type: 'contribution.linked',
      subject: from.subject,
      payload: { by: by.actorId, contribution: from.id, to: contribution.id },
    })
    told.push(...threadEvents(loaded.thread, 'contribution.linked'))
  }
  return told
}

/** What a link leads to, for who may read it. @throws AppError `bad-input` (field `seeAlso`). */
async function linked(q: Q, by: Viewer, link: string) {
  const at = linkedContribution(link)
  const shown = `“${excerpt(link, 160)}”`
  if (!at) {
    throw new AppError(
      'bad-input',
      `${shown} is no link to a contribution. Copy the link that the time beside a contribution has.`,
      'seeAlso',
    )
  }
  const contribution = await findContribution(q, at.contributionId)
  const loaded = contribution?.threadId === at.threadId ? await findReadableThread(q, by, at.threadId) : null
  if (contribution && loaded) return { contribution, loaded }
  throw new AppError('bad-input', `There is no contribution at ${shown}, or it is not open to you.`, 'seeAlso')
}
