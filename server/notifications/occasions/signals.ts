import { listActorsOfRoles } from '../../../db/queries/audience.ts'
import { listStatements } from '../../../db/queries/positions.ts'
import { findReport, listCalls, listSources } from '../../../db/queries/signals.ts'
import type { Q } from '../../../db/store.ts'
import { facilitatorRoles } from '../../../domain/access/viewer.ts'
import { presentPositions } from '../../../domain/signals/positions.ts'
import type { Follow } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'

/** What follows from reports on signals. That one is due for review, a job says (`server/jobs/remind-review.ts`). */
export const signalFollows: Record<string, Follow> = {
  async 'position.stated'(_q, { subject: thing, payload }) {
    return { joins: [{ actorId: idIn(payload, 'by'), thing, volume: 'decisions' }] }
  },

  async 'signal.reported'(q, { subject: thing, payload }) {
    // Another source of an open report is told as a contribution of its hearing.
    if (payload.joined === true) return {}
    const ref = idIn(payload, 'report') ?? ''
    const told = [
      ...each(await positioned(q, thing), 'signal-reported', ref),
      ...each(await listActorsOfRoles(q, facilitatorRoles), 'report-open', ref),
    ]
    return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: null, told }] }
  },

  async 'signal.decided'(q, { subject: thing, payload }) {
    const ref = idIn(payload, 'report') ?? ''
    const report = await findReport(q, ref)
    const reporters = (await listSources(q, [ref])).map(({ source }) => source.addedBy)
    const told = [
      ...each(
        (await listCalls(q, [ref])).map(({ actorId }) => actorId),
        'position-asked',
        ref,
      ),
      ...each([report?.reportedBy ?? null, ...reporters, ...(await positioned(q, thing))], 'signal-decided', ref),
    ]
    return { occasions: [{ thing, by: null, draftId: null, told }] }
  },
}

/** Who has a position on an entry, whichever. */
async function positioned(q: Q, thing: string): Promise<string[]> {
  const statements = (await listStatements(q, idOf(thing))).map(({ statement }) => statement)
  return presentPositions(statements).map(({ actorId }) => actorId)
}
