import type { FrozenText } from '../../../domain/ballots/freshness.ts'
import type { PublishedPaper } from '../../../domain/ballots/papers-hash.ts'
import { formOf, papersHash, publishedPapers } from '../../../domain/ballots/papers-hash.ts'
import { canonicalJson } from '../../../domain/record/canonical-json.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import { payloadOf } from '../../../domain/record/payload.ts'
import type { BallotStory } from './ballot-story.ts'
import { Lie, same } from './faults.ts'
import type { BallotLine, PaperLine } from './lines.ts'

/**
 * The papers of a ballot as they are counted, once they are those of its closing event, as many as were cast, one at
 * most that counts for each person, and about a text of the ballot ([R14]).
 *
 * @throws Lie otherwise.
 */
export function countedForm(
  where: string,
  ballot: BallotLine,
  papers: readonly PaperLine[],
  story: BallotStory,
  texts: readonly (FrozenText & { snapshotId: string })[],
) {
  const payload = payloadOf(story.closed?.payload.papers)
  const closing = { form: formOf(payload), names: ballot.names, texts }
  const whole = papers.map(wholePaper)
  same(where, 'the number of its papers', papers.length, payload.count)
  const isLinked = closing.form !== 3 || ballot.names === 'shown'
  checkReplacing(where, papers, isLinked)
  const published = publishedPapers(whole, closing)
  const covered = new Set(coveredBy(ballot, texts).map(canonicalJson))
  for (const [i, { ballotId: _ballot, by: _by, ...said }] of papers.entries()) {
    same(where, `what the paper ${said.receipt} says`, said, published[i])
    if (said.covered === undefined || covered.has(canonicalJson(said.covered))) continue
    throw new Lie(where, `the text that the paper ${said.receipt} covers`, said.covered, [...covered])
  }
  same(where, 'its papers', papersHash(whole, closing), payload.hash)
  // Ballots from before the record told outcomes may be from before it told casts.
  if (story.closed?.payload.outcome !== undefined || story.casts > 0) {
    same(where, 'how many votes the record tells of', papers.length, story.casts)
    same(where, 'the papers that were in the box', papers.filter(({ replaced }) => !replaced).length, story.turnout)
  }
  const standing = papers.filter(({ replaced }) => !replaced).length
  if (standing > ballot.electors.length) {
    throw new Lie(where, 'more papers count than people could vote', standing, ballot.electors.length)
  }
  checkVoters(where, ballot, papers, story)
  return { papers: whole, unmarked: !isLinked }
}

/** A paper with something in the place of what it does not say; that it has to say it is seen where it is published again. */
function wholePaper({ id, receipt, replaced, ...said }: PaperLine): PublishedPaper {
  const { replaces = null, choice = 'abstain', reason = '', covered = {}, marks = null, reaffirms = null } = said
  return { id, receipt, replaced, replaces, choice, reason, covered, marks, reaffirms }
}

/** Ids and receipts are there once, and a paper is replaced where one other paper says so, if papers say such a thing. */
function checkReplacing(where: string, papers: readonly PaperLine[], isLinked: boolean): void {
  const byReceipt = new Map(papers.map((paper) => [paper.receipt, paper]))
  same(where, 'receipts that are there once', byReceipt.size, papers.length)
  same(where, 'papers that are there once', new Set(papers.map(({ id }) => id)).size, papers.length)
  if (!isLinked) return
  const replacing = papers.flatMap(({ replaces }) => replaces ?? [])
  same(where, 'papers that replace another one', new Set(replacing).size, replacing.length)
  for (const receipt of replacing) {
    const replaced = byReceipt.get(receipt)?.replaced
    if (!replaced) throw new Lie(where, `whether the paper ${receipt} was replaced`, replaced, true)
  }
  const count = papers.filter(({ replaced }) => replaced).length
  same(where, 'the number of replaced papers', count, replacing.length)
}

/** What a paper may cover: one of the texts, or what was asked. */
function coveredBy({ reportId, question, signal, options }: BallotLine, texts: readonly FrozenText[]) {
  if (reportId === null && options === null) return texts.map(({ parts }) => parts)
  const about = reportId === null ? { options: hashJson(options) } : { signal: hashJson(signal) }
  return [{ question: hashJson(question), ...about }]
}

/** Where names are known: each voter was on the electorate and has one paper, and it says what they said. */
function checkVoters(where: string, { electors, names }: BallotLine, papers: readonly PaperLine[], story: BallotStory) {
  const voters = papers.flatMap(({ by }) => (typeof by === 'string' ? [by] : []))
  if (names !== 'shown' && voters.length > 0) throw new Lie(where, 'names that were to be hidden', voters.length, 0)
  same(where, 'people with one paper', new Set(voters).size, voters.length)
  const may = new Set(electors)
  if (voters.length > 0) same(where, 'casts of which the bundle tells what they said', story.said.size, story.casts)
  for (const voter of voters)
    if (!may.has(voter)) throw new Lie(where, 'somebody who voted', voter, 'not on the electorate')
  for (const { id, receipt, choice, reason, marks, by } of papers) {
    const said = story.said.get(id)
    if (!said) continue
    // A paper that says no choice any more still says who cast it.
    if (typeof by === 'string') same(where, `who cast the paper ${receipt}`, by, said.actorId)
    if (choice === undefined) continue
    same(where, `the choice of the paper ${receipt}`, choice, said.choice)
    same(where, `the reason of the paper ${receipt}`, reason, said.reason)
    same(where, `the marks of the paper ${receipt}`, marks, said.marks)
  }
}
