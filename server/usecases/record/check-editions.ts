import { listEventsOfTypes } from '../../../db/queries/check.ts'
import { listEditionContents, listEditions } from '../../../db/queries/editions.ts'
import type { Q } from '../../../db/store.ts'
import { editionHash } from '../../../domain/publishing/editions.ts'
import type { StepResult } from './fault.ts'

/** Every edition holds what its hash says, and is as the event that tells of it says (publishing SPEC [P13]). */
export async function checkEditions(q: Q): Promise<StepResult> {
  const events = await listEventsOfTypes(q, ['edition.published'])
  const untold = new Map(events.map((event) => [String(event.payload.editionId), event]))
  const editions = await listEditions(q)
  for (const { id, name, hash, entries } of editions) {
    const where = `edition ${name}`
    const event = untold.get(id)
    if (!event) return { count: editions.length, fault: { where, words: 'no event of the record tells of it' } }
    untold.delete(id)
    const { payload } = event
    if (payload.hash !== hash || payload.name !== name || payload.entries !== entries) {
      return { count: editions.length, fault: { where, words: `it is not what event ${event.seq} says` } }
    }
    if (editionHash(await listEditionContents(q, id)) !== hash) {
      return { count: editions.length, fault: { where, words: 'what it holds does not have its hash' } }
    }
  }
  const [lost] = untold.values()
  const fault = lost ? { where: `event ${lost.seq}`, words: 'the edition it tells of is missing' } : null
  return { count: editions.length, fault }
}
