import { listAdvisory } from '../../db/queries/advisory-answers.ts'
import type { HumRow } from '../../db/queries/workshop-talk.ts'
import { listHumAnswers } from '../../db/queries/workshop-talk.ts'
import type { Q } from '../../db/store.ts'
import type { Advisory } from '../../domain/workshops/advisory.ts'
import { sumAdvisory } from '../../domain/workshops/advisory.ts'

/** What stood beside a ballot in the room of one workshop. */
export interface ShownAdvisory extends Advisory {
  workshopId: string
}

/**
 * What stands beside ballots, by ballot; nothing of one that has not closed, whoever asks (workshops SPEC [V5]).
 *
 * @param workshopId only what stands beside them in this workshop.
 */
export async function shownAdvisory(
  q: Q,
  ballots: readonly { id: string; state: string }[],
  workshopId?: string,
): Promise<Map<string, ShownAdvisory[]>> {
  const closed = ballots.filter(({ state }) => state === 'closed').map(({ id }) => id)
  const rows = (await listAdvisory(q, closed)).filter(
    (row) => workshopId === undefined || row.workshopId === workshopId,
  )
  const shown = new Map<string, ShownAdvisory[]>()
  for (const row of rows) {
    const one = { workshopId: row.workshopId, ...sumAdvisory(await listHumAnswers(q, row.id)) }
    if (row.ballotId !== null) shown.set(row.ballotId, [...(shown.get(row.ballotId) ?? []), one])
  }
  return shown
}

/** What facilitators counted by hand, for who leads to correct it, and how many answered from a phone ([V5]). */
export async function enteredAdvisory(
  q: Q,
  row: HumRow | undefined,
): Promise<Pick<Advisory, 'hands' | 'paper'> & { answered: number }> {
  const answers = row ? await listHumAnswers(q, row.id) : []
  const { hands, paper } = sumAdvisory(answers.filter(({ source }) => source !== 'online'))
  return { hands, paper, answered: answers.filter(({ source }) => source === 'online').length }
}
