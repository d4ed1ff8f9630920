import { listEventsAfter } from '../../db/queries/record.ts'
import { findWorkshop, listPhases } from '../../db/queries/workshops.ts'
import { createServices } from '../../server/services.ts'
import { argueWorld, createArguer } from './argue-world.ts'
import { memberOf } from './draft-world.ts'

/** A planned workshop of an hour over a private draft, led by a facilitator who may write it. */
export async function workshopWorld({ template = '60', hearing = 'falsification' } = {}) {
  const world = await argueWorld()
  const { deps, draftId } = world
  const services = createServices(deps)
  const facilitator = await createArguer(deps, 'Hanna Lind', 'facilitator')
  const second = await createArguer(deps, 'Ivo Marin', 'facilitator')
  await memberOf(deps, draftId, facilitator.person, 'writer')
  const { id: workshopId } = await services.createWorkshop(facilitator, {
    title: 'One hour on pausing',
    purpose: 'Agree what would prove it wrong.',
    startsAt: '2026-11-24T14:00',
    zone: 'Europe/Lisbon',
    template,
    hearing,
    guests: 'welcome',
    capacity: '40',
    draftIds: [draftId],
  })
  const q = deps.store.read
  return {
    ...world,
    services,
    facilitator,
    second,
    workshopId,
    room: async () => {
      const row = await findWorkshop(q, workshopId)
      if (!row) throw new Error('the workshop is gone')
      return row
    },
    phases: () => listPhases(q, workshopId),
    events: () => listEventsAfter(q, 0, 1000, { subject: `workshop/${workshopId}` }),
    later(ms: number) {
      deps.setNow(deps.now() + ms)
    },
  }
}
