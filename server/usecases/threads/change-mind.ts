import { setChangedMind } from '../../../db/queries/minds.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { decideMind } from '../../../domain/threads/minds.ts'
import type { Stance } from '../../../domain/threads/reactions.ts'
import { stanceLabels, stances } from '../../../domain/threads/reactions.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadContribution, mayPost, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

export interface ChangeMind {
  contributionId: string
  from: string
  to: string
  /** What did it. */
  words?: string | undefined
}

/**
 * Says by name that somebody else's contribution changed one's mind on what the thread argues; it takes the place of
 * what one said of that contribution before ([T30]).
 *
 * @throws AppError `bad-input` (field `from`, `to` or `words`), `conflict` for one's own contribution, `gone` when it
 * is deleted, `not-found`, `not-allowed`, `signed-out`.
 */
export async function changeMind(deps: Deps, viewer: Viewer | null, input: ChangeMind): Promise<{ threadId: string }> {
  const asking = signedIn(viewer)
  const from = checkStance(input.from, 'from')
  const to = checkStance(input.to, 'to')
  const words = checkLine(input.words, { field: 'words', label: 'what did it', limit: 'fewWords', optional: true })
  const thread = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadContribution(q, by, input.contributionId)
    const { thread, contribution } = loaded
    mayPost(by, loaded, 'contribution.react')
    const decision = decideMind(contribution, { from, to }, by.actorId)
    if (decision === 'deleted') throw new AppError('gone', 'This contribution was deleted.')
    if (decision === 'own') {
      throw new AppError('conflict', 'This is your own contribution; others say whether it changed their mind.')
    }
    if (decision === 'same') {
      throw new AppError('bad-input', 'Before and now are the same; choose two that differ.', 'to')
    }
    const said = { contributionId: contribution.id, actorId: by.actorId, threadId: thread.id, from, to, words }
    await setChangedMind(q, { ...said, at: deps.now() })
    await recordEvent(deps, q, {
      type: 'mind.changed',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, contribution: contribution.id },
      leaf: { from, to, words },
    })
    await touchWhenPublic(q, loaded)
    return thread
  })
  deps.live.publish(threadEvents(thread, 'mind.changed'))
  return { threadId: thread.id }
}

function checkStance(typed: string, field: 'from' | 'to'): Stance {
  const known = stances.find((one) => one === typed)
  if (known) return known
  throw new AppError('bad-input', `Choose one of: ${Object.values(stanceLabels).join(', ')}.`, field)
}
