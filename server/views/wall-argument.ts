import type { CandidateRow } from '../../db/queries/candidates.ts'
import { listContributionOutline } from '../../db/queries/threads.ts'
import type { Q } from '../../db/store.ts'
import { statusQuo } from '../../domain/candidates/rules.ts'
import { shownWords } from '../../domain/moderation/shown.ts'
import { candidateReasons } from './candidate-reasons.ts'

/** One side by side with the others on a wall: how many reasons each has, and the first of them. No names. */
export interface ArguedWording {
  n: number
  text: string
  for: number
  against: number
  firstFor: string | null
  firstAgainst: string | null
}

/**
 * The argument about the wordings of a thread, for a wall: reasons only. How people reacted is not shown, for who has
 * not answered yet would follow the others.
 *
 * @param open wordings that stand and are sealed to nobody.
 */
export async function wallArgument(
  q: Q,
  threadId: string,
  open: readonly Pick<CandidateRow, 'n' | 'text'>[],
): Promise<ArguedWording[]> {
  const outline = await listContributionOutline(q, threadId)
  const reasons = await candidateReasons(q, outline)
  const count = (n: number, type: 'for' | 'against') =>
    outline.filter((one) => one.candidate === n && one.type === type && one.deletedAt === null).length
  return [{ n: statusQuo, text: '' }, ...open]
    .map(({ n, text }) => ({
      ...{ n, text: n === statusQuo ? text : shownWords(text), for: count(n, 'for'), against: count(n, 'against') },
      firstFor: reasons.get(n)?.for[0]?.text ?? null,
      firstAgainst: reasons.get(n)?.against[0]?.text ?? null,
    }))
    .filter((one) => one.n !== statusQuo || one.for + one.against > 0)
}
