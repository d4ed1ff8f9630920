import { findOpenChallenge, insertChallenge } from '../../../db/queries/challenges.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { findOpenHearing, findOpenThreadNamed, findResolvedThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { challengeThread } from '../../../domain/publishing/challenges.ts'
import { placeLabel } from '../../../domain/threads/place.ts'
import { typesOf } from '../../../domain/threads/rules.ts'
import { isHearing } from '../../../domain/threads/words.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { currentViewer } from '../ballots/ballot-access.ts'
import { beginThread } from '../threads/begin-thread.ts'
import { postWords } from '../threads/post-words.ts'
import { reopen } from '../threads/reopen-thread.ts'
import { loadThread, threadEvents } from '../threads/thread-access.ts'
import type { PublishedVersion } from './moderated-entry.ts'
import { inAtlas } from './moderated-entry.ts'

/** A challenge as it was typed. */
interface Challenging {
  /** The entry, as in `strategies/pause`. */
  entry: string
  /** The version that was read. */
  n: number
  /** What of it is challenged: `section/<id>`, `field/<id>` or `entry`. */
  place: string
  reason: string
}

/**
 * Challenges the current version of an entry (publishing SPEC [P18], [P19]): its hearing or a thread on the challenged
 * panel is begun, or opened again, with the reason as a contribution.
 *
 * @throws AppError `bad-input` (reason, place), `signed-out`, `not-allowed`, `not-found`, `gone`, `conflict` where
 * another version is current now or the person has an open challenge to this entry.
 */
export async function challengeVersion(
  deps: Deps,
  viewer: Viewer | null,
  { entry: at, n, place, reason }: Challenging,
): Promise<{ id: string }> {
  const why = checkText(reason, { field: 'reason', label: 'why it should be argued again', limit: 'reason' })
  const { id, thread } = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    if (!can(by, 'version.challenge', null)) {
      throw new AppError('not-allowed', 'Challenging a version needs an account of a contributor.')
    }
    const found = await inAtlas(q, at)
    const { entry, version } = found
    if (version.n !== n) {
      throw new AppError(
        'conflict',
        `Version ${version.n} is current now. Read it; the challenge may be answered by it.`,
      )
    }
    if (placeLabel(entry.kind, place) === null) {
      throw new AppError('bad-input', 'Choose what of the entry you challenge.', 'place')
    }
    const open = await findOpenChallenge(q, entry.id, by.actorId)
    if (open) {
      const words = `You have challenged this entry already (/challenges/${open.id}). Argue there, or withdraw it first.`
      throw new AppError('conflict', words)
    }
    const threadId = await argueAgain(deps, q, by, found, { place, why })
    const { thread } = await loadThread(q, by, threadId)
    const type = typesOf(thread.kind).includes('against') ? 'against' : 'note'
    await postWords(deps, q, { threadId, by: by.actorId, type, text: why })
    const id = deps.newId()
    await insertChallenge(q, {
      ...{ id, entryId: entry.id, n, threadId, reason: why, by: by.actorId, at: deps.now(), state: 'open' },
      ...{ answer: null, answeredBy: null, answeredAt: null },
    })
    await recordEvent(deps, q, {
      type: 'challenge.opened',
      subject: `entry/${entry.id}`,
      payload: { challengeId: id, entryId: entry.id, n, threadId, by: by.actorId },
      leaf: { reason: why },
    })
    await touchEntry(q, entry.id)
    return { id, thread }
  })
  deps.live.publish(threadEvents(thread, 'challenge.opened'))
  return { id }
}

/** The thread in which it is argued: one that is open there, one that is opened again, or a new one. */
async function argueAgain(
  deps: Deps,
  q: Q,
  by: Viewer,
  { entry, version }: PublishedVersion,
  { place, why }: { place: string; why: string },
): Promise<string> {
  const { kind, title } = challengeThread(entry.kind, place)
  const about = { draftId: null, entryId: entry.id }
  const open = isHearing(kind)
    ? await findOpenHearing(q, about, kind)
    : await findOpenThreadNamed(q, about, { place, title })
  if (open) return open.id
  const resolved = await findResolvedThread(q, entry.id, { kind, place, title: isHearing(kind) ? null : title })
  if (resolved) {
    const loaded = await loadThread(q, by, resolved.id)
    if (can(by, 'thread.reopen', loaded.thing)) {
      await reopen(deps, q, by, loaded, why)
      return resolved.id
    }
  }
  const begun = { entryId: entry.id, draftId: null, version: version.n, place, kind, title, header: {} }
  return (await beginThread(deps, q, by, { ...begun, anchored: false })).id
}
