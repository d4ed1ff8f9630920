import { listElectorIds } from '../../../db/queries/audience.ts'
import { listFrozenTexts } from '../../../db/queries/ballot-snapshots.ts'
import type { BallotRow } from '../../../db/queries/ballots.ts'
import { listPapers } from '../../../db/queries/ballots.ts'
import { listClosedBallots, listEventsOfTypes } from '../../../db/queries/check.ts'
import type { EventRow } from '../../../db/queries/record.ts'
import type { Q } from '../../../db/store.ts'
import { formOf, papersHash } from '../../../domain/ballots/papers-hash.ts'
import { isRecounted } from '../../../domain/ballots/recount.ts'
import { termsHash } from '../../../domain/ballots/terms.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import { payloadOf } from '../../../domain/record/payload.ts'
import type { StepResult } from './fault.ts'

/** Every closed ballot is as it was opened, has the papers it was closed with, and the outcome they give. */
export async function checkBallots(q: Q): Promise<StepResult> {
  const ballots = await listClosedBallots(q)
  const opened = bySubject(await listEventsOfTypes(q, ['ballot.opened']))
  const closed = bySubject(await listEventsOfTypes(q, ['ballot.closed']))
  for (const [i, ballot] of ballots.entries()) {
    const subject = `ballot/${ballot.id}`
    const words = await ballotFault(q, ballot, opened.get(subject), closed.get(subject))
    if (words) return { count: i + 1, fault: { where: `ballot ${ballot.id}`, words } }
  }
  return { count: ballots.length, fault: null }
}

function bySubject(events: EventRow[]): Map<string, EventRow> {
  return new Map(events.map((event) => [event.subject, event]))
}

/** What is not as the record says of a closed ballot, or as its papers give; null where all is. */
export async function ballotFault(
  q: Q,
  ballot: BallotRow,
  opened: EventRow | undefined,
  closed: EventRow | undefined,
): Promise<string | null> {
  if (!opened || !closed) return 'no event of the record tells that it was opened and closed'
  const electors = await listElectorIds(q, ballot.id)
  const papers = await listPapers(q, ballot.id)
  const { outcome, options } = ballot
  if (!outcome) return 'it is closed without an outcome'
  const { count, hash } = payloadOf(closed.payload.papers)
  const snapshots = await listFrozenTexts(q, ballot.id)
  const closing = { form: formOf(closed.payload.papers), names: ballot.names, texts: snapshots }
  // Those links went when it closed ([B49]).
  const unmarked = closing.form === 3 && ballot.names === 'hidden'
  const links = papers.find(({ replaces, reaffirms }) => replaces ?? reaffirms)?.receipt ?? null
  const told: [string, unknown, unknown][] = [
    ['its rule', opened.payload.rule, ballot.rule],
    ['its parameters', opened.payload.parameters, ballot.parameters],
    ['its quorum', opened.payload.quorum, ballot.quorum],
    ['its secrecy', opened.payload.names, ballot.names],
    ['its opening time', opened.payload.opensAt, ballot.opensAt],
    // Ballots from before there were any terms have none in their event.
    ['its terms', opened.payload.terms ?? termsHash(ballot), termsHash(ballot)],
    ['its electorate', opened.payload.electorate, { count: electors.length, hash: hashJson(electors) }],
    ['one of its papers', count, papers.length],
    ['one of its papers', hash, papersHash(papers, closing)],
    ['a link between its papers', unmarked ? null : links, links],
    ['its result', closed.payload.result, outcome.result],
    ['its tally', closed.payload.tally, outcome.tally],
    ['what it chose', closed.payload.winner, outcome.options?.winner ?? null],
  ]
  const differs = told.find(([, said, is]) => hashJson(said ?? null) !== hashJson(is))
  if (differs) return `${differs[0]} is not what the record says`
  const { rule, parameters, quorum } = ballot
  const holds = isRecounted({
    rule,
    parameters,
    quorum,
    options,
    electorate: electors.length,
    papers,
    snapshots,
    outcome,
    unmarked,
  })
  return holds ? null : 'its papers do not give the outcome that is shown'
}
