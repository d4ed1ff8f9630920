import { findChallenges } from '../../../db/queries/challenges.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { excerpt } from '../../../domain/text/excerpt.ts'
import type { Look } from '../look.ts'
import { lineLength, sights } from '../look.ts'

/** Challenges to published versions. */
export const lookAtChallenges: Look = async (q, rows, { viewer, now }) => {
  const all = await findChallenges(
    q,
    rows.map(({ ref }) => ref),
  )
  const found = new Map(all.map((row) => [row.challenge.id, row]))
  return sights(rows, ({ kind, ref }) => {
    const row = found.get(ref)
    if (!row) return null
    const { challenge, entry } = row
    const { n, state, reason, answer } = challenge
    const answered = state === 'upheld' ? `Upheld: ${answer}` : `Dismissed: ${answer}`
    return {
      title: entry.title,
      noun: 'Challenge',
      href: `/challenges/${ref}`,
      line: excerpt(answer === null ? `Version ${n}: ${reason}` : answered, lineLength),
      due: null,
      settlement: kind === 'challenge' ? settlementOf(kind, viewer, challenge, now) : 'told',
    }
  })
}
