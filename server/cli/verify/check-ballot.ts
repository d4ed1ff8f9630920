import { askedHash } from '../../../domain/ballots/options.ts'
import { isRecounted } from '../../../domain/ballots/recount.ts'
import { termsHash } from '../../../domain/ballots/terms.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import type { BallotStory } from './ballot-story.ts'
import { countedForm } from './check-papers.ts'
import { Lie, same } from './faults.ts'
import type { BallotLine, EventLine, PaperLine } from './lines.ts'
import type { Told } from './told.ts'

/** Hashes of the parts of every whole snapshot, by snapshot. */
export type Parts = ReadonlyMap<string, Readonly<Record<string, string>>>

/**
 * A closed ballot is as it was opened, was about the texts that the record names, and its papers give its outcome
 * ([R14], [R15]).
 *
 * @returns what cannot be held against the record, because its events are from before it told that.
 * @throws Lie
 */
export function checkBallot(ballot: BallotLine, papers: readonly PaperLine[], told: Told, parts: Parts): string[] {
  const where = `ballot ${ballot.id}`
  const story = told.ballots.get(ballot.id)
  if (!story?.closed)
    throw new Lie(where, 'no event of the record tells that it was opened and closed', ballot.id, null)
  checkOpening(where, ballot, story)
  const texts = checkTexts(where, ballot, story, parts)
  const { papers: counted, unmarked } = countedForm(where, ballot, papers, story, texts)
  checkClosing(where, ballot, story.closed)
  // Statements had no event of their own once; then the version that followed tells.
  if (story.statement === undefined) {
    if (!told.hasLostStatement(ballot.id)) {
      same(where, 'what was said of its outcome', ballot.statement, told.statements.get(ballot.id))
    }
  } else same(where, 'what was said of its outcome', hashJson(ballot.statement), story.statement)
  const recounted = isRecounted({
    rule: ballot.rule,
    parameters: ballot.parameters,
    quorum: ballot.quorum,
    options: ballot.options,
    electorate: ballot.electors.length,
    papers: counted,
    snapshots: texts,
    outcome: ballot.outcome,
    unmarked,
  })
  if (!recounted)
    throw new Lie(where, 'its papers do not give the outcome that is stated', ballot.outcome, 'another one')
  return story.closed.payload.outcome === undefined ? ['the record tells only result and count of its outcome'] : []
}

function checkOpening(where: string, ballot: BallotLine, { opened, closesAt }: BallotStory): void {
  const { payload } = opened
  const electors = [...new Set(ballot.electors)].sort()
  same(where, 'its electorate, each once and in order', ballot.electors, electors)
  const stated: [string, unknown, unknown][] = [
    ['its draft', ballot.draftId, payload.draftId],
    ['its report', ballot.reportId, payload.reportId],
    ['its rule', ballot.rule, payload.rule],
    ['the version of its rule', ballot.ruleVersion, payload.ruleVersion],
    ['its parameters', ballot.parameters, payload.parameters],
    ['its quorum', ballot.quorum, payload.quorum],
    ['its secrecy', ballot.names, payload.names],
    ['when its results show', ballot.results, payload.results],
    ['its opening time', ballot.opensAt, payload.opensAt],
    ['who opened it', ballot.openedBy, payload.openedBy],
    ['its terms', termsHash(ballot), payload.terms],
  ]
  for (const [what, is, said] of stated) if (said !== undefined) same(where, what, is, said)
  same(where, 'its electorate', { count: electors.length, hash: hashJson(electors) }, payload.electorate)
  same(where, 'its closing time', ballot.closesAt, closesAt)
  if (opened.leafHash === null) return
  same(where, 'its question', ballot.question, leafOf(where, 'question', opened).question)
}

function checkTexts(where: string, ballot: BallotLine, story: BallotStory, parts: Parts) {
  const { payload } = story.opened
  if (ballot.reportId !== null) {
    same(where, 'the texts it is about', ballot.texts, [])
    const { question, signal } = ballot
    same(where, 'the words of the signal it is about', hashJson({ question, signal }), payload.contentHash)
    return []
  }
  same(where, 'the words of a signal', ballot.signal, null)
  if (ballot.options !== null) {
    same(where, 'the texts it is about', ballot.texts, [])
    same(where, 'the options it is about', askedHash(ballot), payload.contentHash)
    return []
  }
  const events = [story.opened, ...story.amended]
  same(where, 'the number of its texts', ballot.texts.length, events.length)
  return ballot.texts.map((text, i) => {
    const which = `text ${i + 1}`
    const said = events[i]?.payload ?? {}
    same(where, `the number of ${which}`, text.n, i + 1)
    same(where, `the snapshot of ${which}`, text.snapshotId, said.snapshotId)
    same(where, `the kind of change that made ${which}`, text.change, i === 0 ? 'opening' : said.change)
    same(where, `whether ${which} was challenged`, text.challenged, story.challenged.has(i + 1))
    same(where, `the members of ${which}`, Object.keys(text).length, 4)
    return { ...text, parts: parts.get(text.snapshotId) ?? {} }
  })
}

function checkClosing(where: string, ballot: BallotLine, closed: EventLine): void {
  const { payload } = closed
  const { result, tally, turnout, electorate, quorum, freshness } = ballot.outcome
  same(where, 'its result', result, payload.result)
  same(where, 'its tally', tally, payload.tally)
  const later: [string, unknown, unknown][] = [
    ['its turnout', turnout, payload.turnout],
    ['the size of its electorate', electorate, payload.electorate],
    ['the papers its quorum asks for', quorum, payload.quorum],
    ['how many papers stood', freshness, payload.freshness],
    ['its outcome', hashJson(ballot.outcome), payload.outcome],
    ['when it closed', ballot.closedAt, payload.closedAt],
  ]
  for (const [what, is, said] of later) if (said !== undefined) same(where, what, is, said)
  const reason = closed.leafHash === null ? null : leafOf(where, 'reason', closed).reason
  same(where, 'why it was closed early', ballot.closeReason, reason)
}

/** @throws Lie where the words of an event are missing: those of ballots that closed are never erased. */
function leafOf(where: string, what: string, event: EventLine): Record<string, unknown> {
  if (event.leaf) return event.leaf.payload
  throw new Lie(where, `its ${what} stands nowhere: the leaf of event ${event.seq} is missing`, null, event.leafHash)
}
