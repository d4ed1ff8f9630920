import { findEntryById } from '../../../db/queries/entries.ts'
import { findContribution } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { candidatePlace, statusQuo } from '../../../domain/candidates/rules.ts'
import { decideReply, typesOf } from '../../../domain/threads/rules.ts'
import type { ContributionType, ThreadKind } from '../../../domain/threads/words.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { presentInRoom } from '../accounts/present-rights.ts'
import { candidateNumber, loadCandidate, refuseEnded } from '../candidates/candidate-access.ts'
import { attachSources } from '../sources/attach-sources.ts'
import type { TypedSource } from '../sources/read-sources.ts'
import { readSources } from '../sources/read-sources.ts'
import { nameOthers } from './name-others.ts'
import { postWords } from './post-words.ts'
import type { LoadedThread } from './thread-access.ts'
import { loadThread, mayPost, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

export interface PostContribution {
  threadId: string
  type: string
  text: string
  /** The contribution it answers. */
  replyTo?: string | undefined
  /** Number of the candidate it is about, 0 for what stands there already; an answer names none ([W9]). */
  candidate?: string | undefined
  /** What it rests on ([T24]). */
  sources?: readonly TypedSource[] | undefined
  /** Links of other contributions, one from the other by space or line ([T28]). */
  seeAlso?: string | undefined
}

/**
 * Posts one contribution to an open thread.
 *
 * @throws AppError `bad-input` (field `text`, `type`, `sources.<n>.<field>` or `seeAlso`), `gone` when the answered contribution is deleted,
 * `not-found`, `not-allowed`, `signed-out`.
 */
export async function postContribution(
  deps: Deps,
  viewer: Viewer | null,
  input: PostContribution,
): Promise<{ id: string }> {
  const asking = signedIn(viewer)
  const text = checkText(input.text, { field: 'text', label: 'your contribution', limit: 'contribution' })
  const sources = readSources(input.sources ?? [], deps.now())
  const { thread, id, told } = await deps.store.tx(async (q) => {
    const by = await presentInRoom(q, asking, deps.now())
    const loaded = await loadThread(q, by, input.threadId)
    mayPost(by, loaded)
    const { thread } = loaded
    const type = checkType(thread.kind, input.type)
    const replyTo = input.replyTo || null
    if (replyTo !== null) {
      const decision = decideReply(thread.id, await findContribution(q, replyTo))
      if (decision === 'elsewhere') throw new AppError('not-found', 'What you answer is not in this thread.', 'replyTo')
      if (decision === 'deleted') {
        throw new AppError(
          'gone',
          'What you answer was deleted meanwhile. Your words are kept here: post them as a contribution of their own.',
        )
      }
    }
    const candidate = replyTo === null && input.candidate ? await checkCandidate(q, by, loaded, input.candidate) : null
    const urls = sources.map(({ url }) => url)
    const words = { threadId: thread.id, by: by.actorId, type, text, replyTo, candidate, urls }
    const id = await postWords(deps, q, words, candidate === null ? {} : { candidate })
    const subject = `thread/${thread.id}`
    await attachSources(deps, q, by, { owner: { contributionId: id }, subject }, sources)
    const told = await nameOthers(deps, q, by, { id, subject }, input.seeAlso ?? '')
    await touchWhenPublic(q, loaded)
    return { thread, id, told }
  })
  deps.live.publish([...threadEvents(thread, 'contribution.posted'), ...told])
  return { id }
}

/** @throws AppError `bad-input` (field `candidate`), `conflict` when it does not stand, `not-found`. */
async function checkCandidate(q: Q, by: Viewer, loaded: LoadedThread, typed: string): Promise<number> {
  const n = candidateNumber(typed)
  const entry = await findEntryById(q, loaded.thread.entryId)
  if (!entry || candidatePlace(entry.kind, loaded.thread) === null) {
    throw new AppError('bad-input', 'This thread has no candidates.', 'candidate')
  }
  if (n !== statusQuo) refuseEnded(await loadCandidate(q, by, loaded, n))
  return n
}

function checkType(kind: ThreadKind, type: string): ContributionType {
  const types = typesOf(kind)
  const known = types.find((one) => one === type)
  if (!known) throw new AppError('bad-input', `Choose what you are posting: ${types.join(', ')}.`, 'type')
  return known
}
