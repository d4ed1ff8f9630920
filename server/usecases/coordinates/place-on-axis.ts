import { setPlacement } from '../../../db/queries/placements.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { axisIds } from '../../../domain/entries/kinds.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { draftOptions } from '../../views/draft-options.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { readableDraft } from '../drafts/draft-for.ts'
import { signedIn } from '../threads/thread-access.ts'

/**
 * Places the strategy of a draft on one axis, for oneself ([X1]).
 *
 * @throws AppError `bad-input` (field `axis` or `value`), `not-found`, `not-allowed`, `signed-out`.
 */
export async function placeOnAxis(
  deps: Deps,
  viewer: Viewer | null,
  input: { draftId: string; axis: string; value: string },
): Promise<void> {
  const asking = signedIn(viewer)
  const axis = axisIds.find((one) => one === input.axis)
  if (!axis) throw new AppError('bad-input', `Choose one of: ${axisIds.join(', ')}.`, 'axis')
  const { options } = await draftOptions(deps, 'strategy')
  const known = options[`axis:${axis}`] ?? []
  const value = known.find(({ id }) => id === input.value)?.id
  if (value === undefined) {
    throw new AppError('bad-input', `Choose one of: ${known.map(({ label }) => label).join(', ')}.`, 'value')
  }
  const draftId = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const { draft, thing } = await readableDraft(q, by, input.draftId)
    if (draft.kind !== 'strategy') throw new AppError('not-found', 'Only strategies have coordinates.')
    if (!can(by, 'suggestion.make', thing)) {
      throw new AppError('not-allowed', 'Placing needs the right to comment, and a draft that is not decided yet.')
    }
    await setPlacement(q, { draftId: draft.id, axis, actorId: by.actorId, value, at: deps.now() })
    // The record tells that somebody placed it; who and where stays in the leaf.
    await recordEvent(deps, q, {
      type: 'coordinates.placed',
      subject: `draft/${draft.id}`,
      payload: { axis },
      leaf: { by: by.actorId, value },
    })
    return draft.id
  })
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'coordinates.placed', id: draftId }])
}
