import { findAccount } from '../../../db/queries/drafts.ts'
import { putFacilitator, updateWorkshop } from '../../../db/queries/workshops.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isMember } from '../../../domain/access/viewer.ts'
import { normalEmail } from '../../accounts/check-email.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { announce, loadWorkshop, mayLead } from './workshop-access.ts'

/**
 * Hands the lead to another member, who becomes a facilitator of the workshop (workshops SPEC [L2]).
 *
 * @throws AppError `bad-input` (email), `conflict`, `not-found`, `not-allowed`, `signed-out`.
 */
export async function handLead(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; email: string },
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  const { workshopId } = input
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const { workshop, thing } = await loadWorkshop(q, by, workshopId)
    mayLead(by, thing)
    refuseEnded(workshop.state)
    const account = await findAccount(q, { email: normalEmail(input.email) })
    const { actorId = '', name = '', role = 'reader', suspendedAt = null } = account ?? {}
    if (!account || !isMember({ actorId, name, role, colour: '', suspended: suspendedAt !== null })) {
      throw new AppError('bad-input', 'Write the e-mail address of a member: a contributor or more.', 'email')
    }
    await setLead(deps, q, workshopId, { by: by.actorId, to: account.actorId })
  })
  await announce(deps, workshopId, 'workshop.lead-handed')
}

/**
 * Takes the lead over, as every facilitator of the site may (workshops SPEC [L2]).
 *
 * @throws AppError `conflict`, `not-found`, `not-allowed`, `signed-out`.
 */
export async function takeLead(deps: Deps, viewer: Viewer | null, input: { workshopId: string }): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  const { workshopId } = input
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const { workshop, thing } = await loadWorkshop(q, by, workshopId)
    if (!can(by, 'workshop.take-over', thing)) {
      throw new AppError('not-allowed', 'Only a facilitator takes the lead of a workshop over.')
    }
    refuseEnded(workshop.state)
    if (workshop.leadId === by.actorId) throw new AppError('conflict', 'You lead this workshop already.')
    await setLead(deps, q, workshopId, { by: by.actorId, to: by.actorId })
  })
  await announce(deps, workshopId, 'workshop.lead-handed')
}

function refuseEnded(state: string): void {
  if (state === 'ended') throw new AppError('conflict', 'This workshop has ended.')
}

async function setLead(
  deps: Deps,
  q: Parameters<typeof putFacilitator>[0],
  workshopId: string,
  { by, to }: { by: string; to: string },
): Promise<void> {
  await putFacilitator(q, workshopId, to, deps.now())
  await updateWorkshop(q, workshopId, { leadId: to })
  await recordEvent(deps, q, { type: 'workshop.lead-handed', subject: `workshop/${workshopId}`, payload: { by, to } })
}
