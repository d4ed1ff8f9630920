import type { Requirement, Tally } from '../ballot.ts'
import { reaches, shareWords } from '../share.ts'
import { yesCount } from '../tally.ts'

/** "At least this share of yes and no says yes" ([B5], [B6]). */
export function shareRequirement(tally: Tally, share: number): Requirement {
  const yes = yesCount(tally)
  const all = yes + tally.object
  return { id: 'share', met: reaches(yes, all, share), words: `${yesWords(yes, all)}; ${shareWords(share)} needed.` }
}

/** "3 of 4 votes said yes (75 %)", without abstentions. */
export function yesWords(yes: number, all: number): string {
  if (all === 0) return 'Nobody voted yes or no'
  const percent = Math.floor((yes / all) * 1_000) / 10
  return `${yes} of ${all} ${all === 1 ? 'vote' : 'votes'} said yes (${percent} %)`
}
