import { listCandidates } from '../../../db/queries/candidates.ts'
import type { Follow } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'
import { draftOf } from './threads.ts'

/** What follows from what happens to wordings that compete. That one is carried, the suggestion tells. */
export const candidateFollows: Record<string, Follow> = {
  async 'candidate.proposed'(_q, { subject: thing, payload }) {
    return { joins: [{ actorId: idIn(payload, 'by'), thing, volume: 'all' }] }
  },

  async 'candidate.merged'(q, { subject: thing, payload }) {
    const id = idOf(thing)
    const merged = (await listCandidates(q, id, null)).find(({ n }) => n === payload.candidate)
    const told = each([merged?.authorId ?? null], 'candidate-merged', `${id}/${merged?.n}`)
    return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: await draftOf(q, thing), told }] }
  },
}
