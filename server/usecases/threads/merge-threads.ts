import { countCandidatesIn, findMerge, isOfWorkshop, moveThread } from '../../../db/queries/merge-threads.ts'
import { updateThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { MergeThread } from '../../../domain/moderation/merging.ts'
import { decideMerging, mergingWords } from '../../../domain/moderation/merging.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { postWords } from './post-words.ts'
import type { LoadedThread } from './thread-access.ts'
import { findReadableThread, loadThread, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

/**
 * Merges a thread into another one that asks the same: what was said goes along with its reactions and those who watch,
 * and its address leads on (moderation SPEC [Y19]).
 *
 * @param input.into the other thread: its address, or its id.
 * @returns where everything stands now.
 * @throws AppError `bad-input` (field `into`), `conflict`, `not-found`, `not-allowed`, `signed-out`.
 */
export async function mergeThreads(
  deps: Deps,
  viewer: Viewer | null,
  input: { threadId: string; into: string },
): Promise<{ into: string }> {
  const asking = signedIn(viewer)
  const intoId = /(?:^|\/threads\/)([a-z0-9]+)(?:[?#].*)?$/.exec(input.into.trim())?.[1] ?? ''
  const { from, into } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const from = await loadThread(q, by, input.threadId)
    if (!can(by, 'thread.merge', from.thing)) {
      throw new AppError('not-allowed', 'Only a moderator or the owner of the draft merges threads that are open.')
    }
    const into = await findReadableThread(q, by, intoId)
    if (!into) throw new AppError('bad-input', 'Give the address of the other thread, as in /threads/….', 'into')
    const decision = decideMerging(await facts(q, from), await facts(q, into))
    if (decision !== 'go') throw new AppError('bad-input', mergingWords[decision], 'into')
    if (await isOfWorkshop(q, from.thread.id)) {
      throw new AppError('conflict', 'A workshop argues in this thread. Merge the other one into it.')
    }
    await move(deps, q, by, from, into)
    return { from, into }
  })
  deps.live.publish([
    ...threadEvents(from.thread, 'thread.merged'),
    ...threadEvents(into.thread, 'contribution.posted'),
  ])
  return { into: into.thread.id }
}

async function move(deps: Deps, q: Q, by: Viewer, from: LoadedThread, into: LoadedThread): Promise<void> {
  const at = deps.now()
  const moved = await moveThread(q, { from: from.thread.id, into: into.thread.id, by: by.actorId, at })
  await updateThread(q, from.thread.id, { state: 'resolved', updatedAt: at })
  await recordEvent(deps, q, {
    type: 'thread.merged',
    subject: `thread/${from.thread.id}`,
    payload: { by: by.actorId, into: into.thread.id, contributions: moved },
  })
  const several = moved === 1 ? 'One contribution was' : `${moved} contributions were`
  await postWords(deps, q, {
    threadId: into.thread.id,
    by: by.actorId,
    type: 'note',
    text: `${several} moved here from “${from.thread.title}”, which asked the same.`,
  })
  await touchWhenPublic(q, into)
}

async function facts(q: Q, { thread, thing }: LoadedThread): Promise<MergeThread> {
  const { id, entryId, draftId, kind, state } = thread
  const [candidates, mergedInto] = [await countCandidatesIn(q, id), await findMerge(q, id)]
  return { id, entryId, draftId, kind, state, candidates, mergedInto, locked: thing.locked === true }
}

/** Where a thread went that was merged, for who may read that; null where it stands where it was. */
export async function mergedInto(deps: Deps, viewer: Viewer | null, threadId: string): Promise<string | null> {
  const into = await findMerge(deps.store.read, threadId)
  return into !== null && (await findReadableThread(deps.store.read, viewer, into)) ? into : null
}
