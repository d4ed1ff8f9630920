import { findCasesWithFlaggers } from '../../../db/queries/moderation.ts'
import { can } from '../../../domain/access/policy.ts'
import { dueOf } from '../../../domain/moderation/cases.ts'
import { appealWords, caseActWords, caseKindWords, thingKindWords } from '../../../domain/moderation/words.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { excerpt } from '../../../domain/text/excerpt.ts'
import type { Look } from '../look.ts'
import { lineLength, sights } from '../look.ts'

/** Cases: what waits for a moderator, and what was decided about one's own words. */
export const lookAtCases: Look = async (q, rows, { viewer, now }) => {
  const found = await findCasesWithFlaggers(
    q,
    rows.map(({ ref }) => ref),
  )
  return sights(rows, ({ kind, ref }) => {
    const one = found.get(ref)
    if (!one) return null
    const { row, flaggedBy } = one
    const isAuthor = row.authorId === viewer.actorId
    const asked = kind === 'correction-answered'
    if (asked || kind === 'case-decided' || kind === 'appeal-decided') {
      if (asked ? !flaggedBy.includes(viewer.actorId) : !isAuthor) return null
      const act = row.act === null ? '' : caseActWords[row.act].done
      const said =
        kind !== 'appeal-decided'
          ? `${act}: ${row.words ?? ''}`
          : `${appealWords[row.appeal]}. ${row.appealWords ?? ''}`
      const title = thingKindWords[row.thingKind]
      return {
        title,
        noun: 'Decision',
        href: `/cases/${ref}`,
        line: excerpt(said, lineLength),
        due: null,
        settlement: 'told',
      }
    }
    if (!can(viewer, 'moderation.read', null)) return null
    const appeals = kind === 'appeal-open'
    const own = isAuthor || flaggedBy.includes(viewer.actorId) || (appeals && row.decidedBy === viewer.actorId)
    const waits = appeals ? row.appeal === 'open' : row.state === 'open'
    const due = dueOf(appeals ? 'appeal' : row.kind, (appeals ? row.appealedAt : row.openedAt) ?? 0, now)
    return {
      title: thingKindWords[row.thingKind],
      noun: appeals ? 'Appeal' : 'Case',
      href: `/moderation/cases/${ref}`,
      line: appeals ? excerpt(row.appealText ?? '', lineLength) : caseKindWords[row.kind],
      due: due.at,
      settlement:
        kind === 'case-open' || kind === 'appeal-open' ? settlementOf(kind, viewer, { waits, own }, now) : 'told',
    }
  })
}
