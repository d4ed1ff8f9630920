import { findActorViewer } from '../../db/queries/actors.ts'
import { endPlan, findPlan, isPlanned } from '../../db/queries/publication-plans.ts'
import { isPast } from '../../domain/publishing/shelf-life.ts'
import { dayOf } from '../../domain/text/day.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { recordEvent } from '../record/record-event.ts'
import { publishVersion } from '../usecases/versions/publish-version.ts'

/**
 * Publishes what was planned for this time, as who planned it (publishing SPEC [P26]). Where a requirement does not
 * hold any more, or the rights do not, the plan is refused with the words that say so and its planner is told. A plan
 * that was moved is not due: its job is tried again then.
 *
 * @throws Error of anything but a refusal: the job is tried again.
 */
export async function publishPlanned(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const draftId = String(payload.draftId)
  const plan = await findPlan(deps.store.read, draftId)
  if (plan?.state !== 'planned') return
  if (deps.now() < plan.at) throw new Error(`the publication of draft ${draftId} is not due yet`)
  try {
    const planner = (await findActorViewer(deps.store.read, plan.plannedBy)) ?? null
    const { note, statement } = plan
    // A day that has passed while the server was down is no reason not to publish.
    const later = (day: number | null) => (day === null || isPast(day, deps.now()) ? '' : dayOf(day))
    const days = { review: later(plan.reviewAt), expires: later(plan.expiresAt) }
    await publishVersion(deps, planner, { draftId, note, statement, ...days }, plan)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const refused = await deps.store.tx(async (q) => {
      // What was taken back or planned anew meanwhile is not refused.
      if (!(await isPlanned(q, plan))) return false
      await endPlan(q, draftId, { state: 'refused', refusal: error.detail })
      await recordEvent(deps, q, {
        type: 'publication.refused',
        subject: `draft/${draftId}`,
        payload: { draftId, at: plan.at, code: error.code, plannedBy: plan.plannedBy },
        leaf: { refusal: error.detail },
      })
      return true
    })
    if (refused) deps.live.publish([{ topic: `draft/${draftId}`, type: 'publication.refused', id: draftId }])
  }
}
