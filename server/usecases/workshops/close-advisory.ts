import { listAdvisory } from '../../../db/queries/advisory-answers.ts'
import { closeHumRow, listHumAnswers } from '../../../db/queries/workshop-talk.ts'
import type { Q } from '../../../db/store.ts'
import { sumAdvisory } from '../../../domain/workshops/advisory.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'

/** Ends what stands beside a ballot that has just closed, and tells the record how it stood, as not counted ([V5]). */
export async function closeAdvisory(deps: Deps, q: Q, ballotId: string): Promise<void> {
  for (const { id, workshopId } of await listAdvisory(q, [ballotId])) {
    const { online, hands, paper } = sumAdvisory(await listHumAnswers(q, id))
    await closeHumRow(q, id, deps.now())
    await recordEvent(deps, q, {
      type: 'workshop.advisory-closed',
      subject: `workshop/${workshopId}`,
      payload: { ballot: ballotId, counted: false, online, hands, paper },
    })
  }
}
