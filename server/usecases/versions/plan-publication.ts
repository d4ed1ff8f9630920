import { dateJob } from '../../../db/queries/jobs.ts'
import { savePlan } from '../../../db/queries/publication-plans.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { planFault } from '../../../domain/publishing/plan.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { currentViewer } from '../ballots/ballot-access.ts'
import { readableDraft } from '../drafts/draft-for.ts'
import { publicationOf } from './publication-of.ts'
import type { Publishing } from './publish-version.ts'
import { checkedPublication, refuseOtherStatement } from './publish-version.ts'
import { checkShelfLife } from './shelf-life.ts'

/**
 * Has a draft published by itself at a time (publishing SPEC [P25]). Everything must be met now already, and is
 * checked again then.
 *
 * @param input as for publishing at once, and `at`, milliseconds since 1970.
 * @throws AppError `bad-input` (note, statement, whenAt; review, expires as seen from that time), and as `publishVersion`.
 */
export async function planPublication(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, note, statement, at, ...typed }: Publishing & { at: number },
): Promise<{ at: number }> {
  const now = deps.now()
  const said = {
    note: checkText(note, { field: 'note', label: 'a release note', limit: 'note' }),
    statement: checkText(statement, { field: 'statement', label: 'the statement', limit: 'note', optional: true }),
  }
  const fault = planFault(at, now)
  if (fault) throw new AppError('bad-input', fault, 'whenAt')
  const days = checkShelfLife(typed, at)
  await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const { draft, thing } = await readableDraft(q, by, draftId)
    if (!can(by, 'moderation.read', null)) throw new AppError('not-allowed', 'Only a moderator publishes.')
    if (draft.deletedAt !== null) throw new AppError('gone', 'This draft was deleted.')
    const { ballot } = checkedPublication(await publicationOf(q, draft, by.actorId))
    refuseOtherStatement(ballot, said.statement)
    if (!can(by, 'version.publish', thing)) throw new AppError('not-ready', 'The draft is not promoted.')
    await savePlan(q, { draftId, at, ...said, ...days, plannedBy: by.actorId, state: 'planned', refusal: null })
    const job = { id: deps.newId(), kind: 'publish-planned', payload: { draftId } }
    await dateJob(q, { ...job, key: `publish-planned/${draftId}`, dueAt: at })
    await recordEvent(deps, q, {
      type: 'publication.planned',
      subject: `draft/${draftId}`,
      payload: { draftId, at, ...days, by: by.actorId },
      leaf: said,
    })
  })
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'publication.planned', id: draftId }])
  return { at }
}
