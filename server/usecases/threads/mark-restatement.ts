import { setMark } from '../../../db/queries/restatements.ts'
import { listContributionOutline } from '../../../db/queries/threads.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { decideMark, mayMark, verdictLabels, verdicts } from '../../../domain/threads/restatements.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadRestatement } from './restatement-access.ts'
import { mayPost, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

export interface MarkRestatement {
  contributionId: string
  verdict: string
  /** What is missing; needed where it is not quite fair. */
  missing?: string | undefined
  /** Number of the wording that was read. */
  revision: string
}

/**
 * Says of a restatement of one's own side whether it is fair ([T35], [T36]).
 *
 * @throws AppError `bad-input` (field `verdict` or `missing`), `conflict` when it was reworded meanwhile, `gone` when it
 * is deleted, `not-found`, `not-allowed`, `signed-out`.
 */
export async function markRestatement(
  deps: Deps,
  viewer: Viewer | null,
  input: MarkRestatement,
): Promise<{ threadId: string }> {
  const asking = signedIn(viewer)
  const verdict = verdicts.find((one) => one === input.verdict)
  if (!verdict) throw new AppError('bad-input', `Choose one of: ${Object.values(verdictLabels).join(', ')}.`, 'verdict')
  const rule = { field: 'missing', label: 'what is missing', limit: 'reason', optional: true } as const
  const typed = checkText(input.missing, rule).trim()
  const thread = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadRestatement(q, by, input.contributionId)
    const { thread, contribution, restated } = loaded
    mayPost(by, loaded, 'contribution.react')
    if (!mayMark(restated, await listContributionOutline(q, thread.id), by.actorId)) {
      throw new AppError('not-allowed', 'Only those who argued what is restated say whether it is fair.')
    }
    const revision = Number(input.revision)
    const decision = decideMark(contribution.revision, { revision, verdict }, typed)
    if (decision === 'reworded') {
      throw new AppError('conflict', 'Its author has reworded it meanwhile. Read it again; your words are kept here.')
    }
    if (decision === 'says-not-what') throw new AppError('bad-input', 'Write what is missing.', 'missing')
    const missing = verdict === 'fair' ? '' : typed
    const mark = { contributionId: contribution.id, revision, actorId: by.actorId, verdict, missing }
    await setMark(q, { ...mark, at: deps.now() })
    await recordEvent(deps, q, {
      type: 'restatement.marked',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, contribution: contribution.id, revision },
      leaf: { verdict, missing },
    })
    await touchWhenPublic(q, loaded)
    return thread
  })
  deps.live.publish(threadEvents(thread, 'restatement.marked'))
  return { threadId: thread.id }
}
