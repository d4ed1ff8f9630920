import { listAmendedTexts } from '../../../db/queries/ballot-snapshots.ts'
import { findBallotsFor, findDraftsFor } from '../../../db/queries/notified.ts'
import { can } from '../../../domain/access/policy.ts'
import { ballotSubject } from '../../../domain/ballots/ballot.ts'
import { closerFault } from '../../../domain/ballots/closer.ts'
import type { FrozenText } from '../../../domain/ballots/freshness.ts'
import { standingPapers } from '../../../domain/ballots/freshness.ts'
import { outcomeLabel } from '../../../domain/ballots/outcome-words.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { excerpt } from '../../../domain/text/excerpt.ts'
import { toBallotThing } from '../../usecases/ballots/ballot-access.ts'
import type { Look } from '../look.ts'
import { lineLength, sights } from '../look.ts'

/** Kinds that wait for a vote. */
const asking = ['ballot', 'ballot-closing', 'ballot-reminded', 'ballot-amended', 'ballot-challenged'] as const

/** Ballots. Of one that is open nothing is said but its question and its end ([I14]). */
export const lookAtBallots: Look = async (q, rows, { viewer, now }) => {
  const all = await findBallotsFor(
    q,
    rows.map(({ ref }) => ref),
    viewer.actorId,
  )
  const found = new Map(all.map((row) => [row.ballot.id, row]))
  const open = all.filter(({ ballot, paper }) => paper !== null && ballot.state === 'open')
  const texts = await listAmendedTexts(
    q,
    open.map(({ ballot }) => ballot.id),
  )
  const stale = new Set(open.flatMap(({ ballot, paper }) => (isStale(paper, texts.get(ballot.id)) ? [ballot.id] : [])))
  const drafts = await findDraftsFor(
    q,
    all.map(({ ballot }) => ballot.draftId),
    viewer.actorId,
  )
  return sights(rows, ({ kind, ref }) => {
    const row = found.get(ref)
    if (!row) return null
    const { ballot, entry, elector, paper } = row
    const draft = drafts.get(ballot.draftId)
    const { state } = ballot
    const thing = toBallotThing(ballot, { isElector: elector !== null, draft: draft?.thing ?? null, ...entry })
    if (!can(viewer, 'ballot.read', thing)) return null
    // Written for everybody where names are hidden; only who has not voted sees it. Once such a ballot has closed, nobody
    // knows any more who that was.
    if (kind === 'ballot-reminded' && (paper !== null || (ballot.names === 'hidden' && state !== 'open'))) return null
    const asks = asking.find((one) => one === kind)
    // The news of the ballot is answered by any vote; what came after it by one that counts.
    const voted = paper !== null && (kind === 'ballot' || !stale.has(ref))
    const settled = () => {
      if (asks) return settlementOf(asks, viewer, { ballot: thing, voted }, now)
      if (kind !== 'statement-asked') return 'told'
      const stated = ballot.statement !== null
      return settlementOf(kind, viewer, { ballot: thing, stated, involved: hadPart(row, viewer.actorId) }, now)
    }
    const { outcome } = ballot
    const result = outcome && state === 'closed' ? outcomeLabel(outcome, ballotSubject(ballot), ballot.options) : null
    return {
      title: draft?.draft.title ?? entry.title,
      noun: 'Ballot',
      href: `/ballots/${ref}${asks && state === 'open' ? '#vote' : kind in statementKinds ? '#statement' : ''}`,
      line: excerpt(lineOf(kind, ballot, result), lineLength),
      due: asks && state === 'open' ? ballot.closesAt : null,
      settlement: settled(),
    }
  })
}

/** Whether a paper does not count until its voter answers; it does where the text was never changed. */
function isStale(paper: Found['paper'], texts: readonly FrozenText[] = []): boolean {
  return paper !== null && standingPapers([paper], texts)[0]?.standing === 'stale'
}

type Found = Awaited<ReturnType<typeof findBallotsFor>>[number]

const statementKinds: Readonly<Record<string, true>> = { 'statement-asked': true, 'ballot-statement': true }

function lineOf(kind: string, { question, statement, closeReason }: Found['ballot'], result: string | null): string {
  if (kind === 'ballot-statement' && statement !== null) return statement
  if (kind === 'ballot-void' && closeReason !== null) return `${closeReason} ${question}`
  return result === null ? question : `${result}. ${question}`
}

/** As far as it can be seen at once: who wrote in its draft learns on the page that somebody else is asked. */
function hadPart({ ballot, elector, paper }: Found, actorId: string): boolean {
  const unknown = ballot.names === 'hidden' && elector !== null
  const voted = unknown ? 'unknown' : paper === null ? 'no' : 'yes'
  return closerFault(ballot.closer, { opened: ballot.openedBy === actorId, wrote: false, voted }) !== null
}
