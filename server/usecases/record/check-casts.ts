import { castsWithLeaves } from '../../../db/queries/check.ts'
import type { Q } from '../../../db/store.ts'
import { canonicalJson } from '../../../domain/record/canonical-json.ts'
import type { StepResult } from './fault.ts'

/**
 * Every paper still says what it said when it was cast, also in a ballot that is open, as long as the leaf of its cast is
 * there; where names are hidden it is until the ballot closes.
 */
export async function checkCasts(q: Q): Promise<StepResult> {
  const casts = await castsWithLeaves(q)
  for (const { ballotId, leaf, paper, by } of casts) {
    const where = `ballot ${ballotId}`
    if (!paper) return { count: casts.length, fault: { where, words: 'a paper that was cast is missing' } }
    const marks = canonicalJson(paper.marks) === canonicalJson(leaf.marks ?? null)
    if (paper.choice !== leaf.choice || paper.reason !== leaf.reason || !marks) {
      return { count: casts.length, fault: { where, words: 'a paper does not say what it said when it was cast' } }
    }
    if (by !== null && by !== leaf.actorId) {
      return { count: casts.length, fault: { where, words: 'a paper is said to be of somebody who did not cast it' } }
    }
  }
  return { count: casts.length, fault: null }
}
