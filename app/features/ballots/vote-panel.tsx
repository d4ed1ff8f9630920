import { Link } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { OptionsVoteForm } from '#app/features/ballots/options-vote-form.tsx'
import { ReceiptSlip } from '#app/features/ballots/receipt-slip.tsx'
import { ReviewVote } from '#app/features/ballots/review-vote.tsx'
import { SentWords } from '#app/features/ballots/sent-words.tsx'
import { VoteForm } from '#app/features/ballots/vote-form.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { Comparison } from '#app/features/versions/comparison.tsx'
import type { ChangedSince } from '#server/views/ballot-amendments.ts'
import type { BallotPaper } from '#server/views/ballot-paper.ts'

/** Why a press was refused, with what was typed. */
export interface Refused extends Answer {
  /** What changed in the text after the voter saw it, where that is why. */
  since?: ChangedSince | null
}

/** What the last press of a button gave. */
export type BallotAnswer =
  | Refused
  | { step: 'review' | 'edit'; typed: Record<string, string> }
  | { step: 'cast'; cast: { receipt: string; castAt: number; replacedEarlier: boolean }; typed: Record<string, string> }

const voteIntents = ['review', 'edit', 'cast']

/** Whether what was pressed is a step of the vote, by its intent. */
export function isVoteStep(intent: string | undefined): boolean {
  return voteIntents.includes(intent ?? '')
}

/** The answer where the last press was a step of the vote, or gave a receipt. */
export function ofVote(answer: BallotAnswer | undefined): BallotAnswer | undefined {
  return answer && (!('refusal' in answer) || isVoteStep(answer.typed.intent)) ? answer : undefined
}

interface VotePanelProps {
  page: BallotPaper
  /** Hash of the text under vote as shown here; null for a question. */
  contentHash: string | null
  /** To the last step of the vote. */
  answer: BallotAnswer | undefined
  /** Goes on from that answer. */
  putAside: () => void
  /** Where one votes; the page of the ballot. */
  here?: string
}

/** The way through a vote: form, review, receipt. */
export function VotePanel({ page, contentHash, answer, putAside, here = `/ballots/${page.id}` }: VotePanelProps) {
  const { mine, state } = page
  const typed = answer?.typed ?? {}
  const refused = answer && 'refusal' in answer ? answer : undefined
  const refusal = refused?.refusal
  const since = refused?.since ?? null
  if (answer && 'cast' in answer) {
    return (
      <section aria-labelledby="vote">
        <h2 id="vote">Your vote</h2>
        <ReceiptSlip {...answer.cast} open={page.state === 'open'} />
        {mine.mayVote ? (
          <p>
            <Link to={`${here}#vote`} onClick={putAside}>
              Change your vote
            </Link>
          </p>
        ) : null}
      </section>
    )
  }
  if (state !== 'open') {
    return (
      <>
        <FormRefusal refusal={refusal} />
        <SentWords words={[typed.reason, typed.settledBy].filter(Boolean).join('\n\n')} />
      </>
    )
  }
  const reviews = answer && 'step' in answer && answer.step === 'review'
  return (
    <section aria-labelledby="vote">
      <h2 id="vote">Your vote</h2>
      {mine.castAt !== null && mine.stale ? (
        <p className="notice notice-warn">
          You voted <Time at={mine.castAt} />, before the text was changed. Your vote counts again once you say that it
          holds, or vote again here.
        </p>
      ) : null}
      {mine.castAt !== null && !mine.stale ? (
        <p className="notice notice-ok">
          Your ballot is in since <Time at={mine.castAt} />. You can change it until the ballot closes; the last one
          counts.
        </p>
      ) : null}
      {mine.whyNot ? <p className="notice">{mine.whyNot}</p> : null}
      {reviews ? <ReviewVote page={page} typed={typed} /> : null}
      {mine.mayVote && !reviews ? (
        <p className="why">
          {page.rule.label}: {page.rule.explanation} {page.quorum} of {page.electorate.count} papers make the quorum.
        </p>
      ) : null}
      {since ? (
        <div className="card">
          <h3>What changed while you were voting</h3>
          <Comparison comparison={since.comparison} />
        </div>
      ) : null}
      {mine.mayVote && !reviews && page.choice ? (
        <OptionsVoteForm ballotId={page.id} choice={page.choice} typed={typed} refusal={refusal} />
      ) : null}
      {mine.mayVote && !reviews && !page.choice ? (
        <VoteForm
          page={page}
          began={typed.contentHash ?? contentHash}
          shown={since?.contentHash ?? null}
          typed={typed}
          refusal={refusal}
        />
      ) : null}
      {!mine.mayVote ? <FormRefusal refusal={refusal} /> : null}
    </section>
  )
}
