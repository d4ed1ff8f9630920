import type { BallotRow, PaperRow } from '../../../db/queries/ballots.ts'
import { countPapers, findPaperOf, insertPaper, isReceiptTaken } from '../../../db/queries/ballots.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Choice, Marks } from '../../../domain/ballots/ballot.ts'
import { ballotSubject, decidesText } from '../../../domain/ballots/ballot.ts'
import { makeReceipt, receiptBytes } from '../../../domain/ballots/receipt.ts'
import { ruleOf } from '../../../domain/ballots/rules/registry.ts'
import { canCount } from '../../../domain/ballots/time.ts'
import { optionsVoteFault, toChoice, voteFault } from '../../../domain/ballots/vote.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import type { LoadedBallot } from './ballot-access.ts'
import { ballotEvents, currentViewer, loadBallot } from './ballot-access.ts'
import { coveredBy } from './covered-by.ts'
import { objectWithVote, withdrawWithVote } from './vote-objection.ts'

export interface CastVote {
  ballotId: string
  /** Between options: `agree` with marks, or `abstain` without. */
  choice: string
  /** What it says of each option, in a ballot between options. */
  marks?: Marks | undefined
  /** Needed for an objection: which part, and why it would harm the atlas. */
  reason?: string | undefined
  /** Needed for an objection: what would settle it. */
  settledBy?: string | undefined
  /** Shows an objection at once, while the results are still hidden. */
  publishObjection?: boolean | undefined
  /** Hash of the text that the voter had before them; a vote on an older one is refused ([B47]). */
  contentHash?: string | undefined
}

export interface CastReceipt {
  receipt: string
  /** Milliseconds since 1970, UTC. */
  castAt: number
  /** Whether it stands in place of an earlier paper. */
  replacedEarlier: boolean
}

/**
 * Puts a paper into the box, in place of the voter's earlier one (ballots SPEC [B2], [B3], [B14], [B16], [B19],
 * [B26]).
 * The receipt is told once, here.
 *
 * @throws AppError `bad-input` (choice, marks, reason, settledBy), `conflict` (contentHash) where the voter saw an older
 * text, `too-late` after closing, `gone` when the draft was
 * deleted, `not-allowed` for who is not on the electorate or suspended, `not-found`, `signed-out`.
 */
export async function castVote(deps: Deps, viewer: Viewer | null, input: CastVote): Promise<CastReceipt> {
  const { ballot, publishes, ...cast } = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    if (by.suspended) throw new AppError('not-allowed', 'Your account is suspended. Your vote was not cast.')
    const loaded = await loadBallot(q, by, input.ballotId)
    const castAt = deps.now()
    mayVote(by, loaded, castAt)
    const { ballot } = loaded
    const covered = await coveredBy(q, ballot, input.contentHash)
    const vote = checkedVote(input, ballot)
    const earlier = (await findPaperOf(q, ballot.id, by.actorId))?.paper ?? null
    const paper = await newPaper(deps, q, { ballot, vote, earlier, covered })
    const withdrew = await withdrawWithVote(deps, q, ballot, by, earlier?.objectionId ?? null)
    if (makesObjection(ballot, vote)) paper.objectionId = await objectWithVote(deps, q, ballot, by, vote)
    await insertPaper(q, paper, { actorId: by.actorId, castAt })
    await recordVote(deps, q, paper, { by, castAt })
    const publishes = withdrew || (makesObjection(ballot, vote) && vote.publishObjection)
    return { ballot, publishes, receipt: paper.receipt, castAt, replacedEarlier: earlier !== null }
  })
  deps.live.publish(ballotEvents(ballot, 'ballot.vote-cast'))
  if (publishes) deps.live.publish(ballotEvents(ballot, 'objection.changed'))
  return cast
}

export interface Vote {
  choice: Choice
  marks: Marks | null
  reason: string
  settledBy: string
  publishObjection: boolean
}

/** A no to a question is an answer, and a leaning decides nothing; neither is an objection to a text ([B22], [B25]). */
function makesObjection(ballot: BallotRow, { choice }: Vote): boolean {
  return choice === 'object' && decidesText(ballot)
}

function checkedVote(
  { choice: said, marks = {}, publishObjection = false, ...words }: CastVote,
  ballot: BallotRow,
): Vote {
  const text = { limit: 'reason', optional: true } as const
  const reason = checkText(words.reason, { ...text, field: 'reason', label: 'the reason' })
  const settledBy = checkText(words.settledBy, { ...text, field: 'settledBy', label: 'what would settle it' })
  const fault = faultOf({ choice: said, marks, reason, settledBy }, ballot)
  if (fault) throw new AppError('bad-input', fault.words, fault.field)
  const choice = toChoice(said)
  if (!choice) throw new Error('a vote without a fault has a choice')
  return { choice, marks: markedIn(ballot, choice) ? marks : null, reason, settledBy, publishObjection }
}

/** Between options a paper is its marks, unless it abstains ([B26]). */
function markedIn({ options }: BallotRow, choice: Choice): boolean {
  return options !== null && choice !== 'abstain'
}

function faultOf(vote: { choice: string; marks: Marks; reason: string; settledBy: string }, ballot: BallotRow) {
  const rule = ruleOf(ballot.rule)
  const subject = ballotSubject(ballot)
  if (rule.kind === 'options' && ballot.options !== null) {
    return optionsVoteFault(vote, { rule: rule.id, options: ballot.options })
  }
  if (Object.keys(vote.marks).length > 0) return { field: 'marks', words: 'This ballot has no options to mark.' }
  return voteFault(vote, subject === 'options' ? 'text' : subject)
}

/** @throws AppError where nothing can be cast by this person now ([B14], [B21]). */
export function mayVote(by: Viewer, { ballot, thing }: LoadedBallot, castAt: number): void {
  if (ballot.state === 'void' && !thing.draft?.deleted) {
    throw new AppError('gone', 'This ballot is void. Nothing was cast.')
  }
  if (thing.draft?.deleted) {
    throw new AppError('gone', 'The draft was deleted, so this ballot is void. Nothing was cast.')
  }
  if (ballot.state === 'scheduled') {
    throw new AppError('not-ready', 'This ballot has not opened yet. Your vote was not cast.')
  }
  if (ballot.state === 'closed' || !canCount(castAt, ballot.closesAt)) {
    throw new AppError('too-late', 'This ballot has closed. Your vote was not cast.')
  }
  if (can(by, 'ballot.vote', thing)) return
  throw new AppError('not-allowed', 'You are not on the electorate, which was frozen when this ballot opened.')
}

/** A receipt that no paper has ([B16]). */
export async function drawReceipt(deps: Deps, q: Q): Promise<string> {
  let receipt = makeReceipt(deps.randomBytes(receiptBytes))
  while (await isReceiptTaken(q, receipt)) receipt = makeReceipt(deps.randomBytes(receiptBytes))
  return receipt
}

/**
 * Puts a paper into the record: in the open when it was cast and how many lie in the box, stale ones too. The same for
 * every choice ([B17]), and for one that is re-affirmed ([B49]).
 */
export async function recordVote(
  deps: Deps,
  q: Q,
  { id, ballotId, choice, marks, reason }: PaperRow,
  { by, castAt }: { by: Viewer; castAt: number },
): Promise<void> {
  await recordEvent(deps, q, {
    type: 'ballot.vote-cast',
    subject: `ballot/${ballotId}`,
    payload: { ballotId, turnout: await countPapers(q, ballotId), castAt },
    leaf: { actorId: by.actorId, paperId: id, choice, reason, ...(marks && { marks }) },
  })
}

interface Casting {
  ballot: BallotRow
  vote: Vote
  earlier: PaperRow | null
  covered: PaperRow['covered']
}

async function newPaper(deps: Deps, q: Q, { ballot, vote, earlier, covered }: Casting): Promise<PaperRow> {
  const receipt = await drawReceipt(deps, q)
  return {
    id: deps.newId(),
    ballotId: ballot.id,
    choice: vote.choice,
    marks: vote.marks,
    reason: vote.reason,
    covered,
    receipt,
    replaces: earlier?.receipt ?? null,
    replaced: false,
    reaffirms: null,
    source: 'online',
    objectionId: null,
  }
}
