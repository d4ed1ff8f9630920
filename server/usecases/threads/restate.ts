import { insertRestatement } from '../../../db/queries/restatements.ts'
import { listContributionOutline } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Side } from '../../../domain/threads/restatements.ts'
import { mayRestateOne, restatable, sideOf, sides, whoArgued } from '../../../domain/threads/restatements.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { postWords } from './post-words.ts'
import { loadThread, mayPost, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

export interface Restate {
  threadId: string
  /** `for` or `against`; not needed where one contribution is named. */
  side?: string | undefined
  /** The one contribution that is restated. */
  of?: string | undefined
  text: string
}

/**
 * Restates what others argue in one's own words, for them to say whether that is fair ([T33], [T34]).
 *
 * @throws AppError `bad-input` (field `text` or `side`), `conflict` where there is nothing of others to restate, `gone`
 * when what is restated is deleted, `not-found`, `not-allowed`, `signed-out`.
 */
export async function restate(deps: Deps, viewer: Viewer | null, input: Restate): Promise<{ id: string }> {
  const asking = signedIn(viewer)
  const text = checkText(input.text, { field: 'text', label: 'what the other side argues', limit: 'contribution' })
  const { thread, id } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    mayPost(by, loaded)
    const { thread } = loaded
    const about = await restated(q, thread.id, by.actorId, input)
    const id = await postWords(deps, q, { threadId: thread.id, by: by.actorId, type: 'restatement', text }, about)
    await insertRestatement(q, { contributionId: id, threadId: thread.id, ...about })
    await touchWhenPublic(q, loaded)
    return { thread, id }
  })
  deps.live.publish(threadEvents(thread, 'contribution.posted'))
  return { id }
}

async function restated(
  q: Q,
  threadId: string,
  actorId: string,
  { side: typed, of }: Pick<Restate, 'side' | 'of'>,
): Promise<{ side: Side; of: string | null }> {
  const outline = await listContributionOutline(q, threadId)
  if (of) {
    const one = outline.find(({ id }) => id === of)
    if (!one) throw new AppError('not-found', 'What you restate is not in this thread.')
    if (one.deletedAt !== null) {
      throw new AppError('gone', 'What you restate was deleted meanwhile. Your words are kept here.')
    }
    const side = sideOf(one.type)
    if (side === null || !mayRestateOne(one, actorId)) {
      throw new AppError('conflict', 'Only a reason or a counter-example of somebody else is restated.')
    }
    return { side, of }
  }
  const side = sides.find((one) => one === typed)
  if (!side) throw new AppError('bad-input', 'Choose the side that you restate.', 'side')
  if (!restatable(outline, actorId).includes(side)) {
    const nobody = whoArgued(outline, side).size === 0
    throw new AppError(
      'conflict',
      nobody ? 'Nobody has argued that side yet.' : 'You argue that side yourself; restate the other one.',
    )
  }
  return { side, of: null }
}
