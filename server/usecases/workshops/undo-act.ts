import { sealCandidates } from '../../../db/queries/candidates.ts'
import { updatePhase } from '../../../db/queries/workshops.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { canUndo } from '../../../domain/workshops/undo.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Before } from './lead.ts'
import { lead } from './lead.ts'

/**
 * Puts back what the last act of a facilitator replaced, within ten seconds (workshops SPEC [U1]).
 *
 * @param input.at when the act was done, as the page shows it: another act since is not undone by mistake.
 * @throws AppError `too-late`, `conflict` where something else was done since, and as `lead`.
 */
export async function undoAct(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; at: string },
): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (q, { workshop, now }) => {
    const { undo } = workshop
    if (!undo) throw new AppError('conflict', 'There is nothing to undo.')
    if (!canUndo(undo, now)) throw new AppError('too-late', 'What was done can be undone for ten seconds only.')
    if (input.at !== '' && Number(input.at) !== undo.at) {
      throw new AppError('conflict', 'Something else was done since. Look again before you undo it.')
    }
    const before = undo.before as Before
    for (const { position, ...times } of before.phases) await updatePhase(q, workshop.id, position, times)
    const sealed = await sealCandidates(q, workshop.id, before.opened)
    return {
      type: 'workshop.undone',
      payload: { act: undo.act, ...(sealed.length > 0 ? { sealed: sealed.length } : {}) },
      // Undoing is not undone.
      change: { ...before.room, undo: null },
      sealedAgain: sealed.map(({ threadId }) => threadId),
    }
  })
}
