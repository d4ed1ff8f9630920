import { findLogRow } from '../../../db/queries/doc-log.ts'
import { findMomentNamed, insertMoment } from '../../../db/queries/history.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { parseMoment } from '../../../domain/history/moment.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { knownMoment } from '../../history/known-moment.ts'
import { recordEvent } from '../../record/record-event.ts'
import { currentViewer } from '../ballots/ballot-access.ts'
import { writableDraft } from './writable-draft.ts'

export interface NameMoment {
  draftId: string
  moment: string
  name?: string | undefined
}

/**
 * Gives a moment of a draft's history a name, by which it is listed, compared and restored (history SPEC [H10]).
 *
 * @throws AppError `bad-input` (name), `signed-out`, `not-found`, `gone`, `not-allowed`, `conflict` when the draft
 * has another moment of this name.
 */
export async function nameMoment(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, moment: address, name: typed }: NameMoment,
): Promise<{ id: string }> {
  const name = checkLine(typed, { field: 'name', label: 'a name for this moment', limit: 'name' })
  const id = deps.newId()
  await deps.store.tx(async (q) => {
    const { draft, viewer: by } = await writableDraft(q, await currentViewer(q, viewer), draftId)
    const moment = knownMoment(draft, parseMoment(address))
    if (!(await findLogRow(q, { draftId, generation: moment.generation }, moment.seq))) {
      throw new AppError('not-found', 'This draft has no such moment.')
    }
    if (await findMomentNamed(q, draftId, name)) {
      throw new AppError('conflict', 'Another moment of this draft has this name. Choose another one.', 'name')
    }
    await insertMoment(q, { id, draftId, ...moment, name, actorId: by.actorId, createdAt: deps.now() })
    await recordEvent(deps, q, {
      type: 'draft.moment-named',
      subject: `draft/${draftId}`,
      payload: { draftId, momentId: id, actorId: by.actorId, docGeneration: moment.generation, docSeq: moment.seq },
      leaf: { name },
    })
  })
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'draft.moment-named', id: draftId }])
  return { id }
}
