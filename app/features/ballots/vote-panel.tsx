import { Link } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { OptionsVoteForm } from '#app/features/ballots/options-vote-form.tsx'
import { ReceiptSlip } from '#app/features/ballots/receipt-slip.tsx'
import { ReviewVote } from '#app/features/ballots/review-vote.tsx'
import { VoteForm } from '#app/features/ballots/vote-form.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** What the last press of a button gave. */
export type BallotAnswer =
  | { step: 'review' | 'edit' | 'closed'; typed: Record<string, string> }
  | { step: 'cast'; cast: { receipt: string; castAt: number; replacedEarlier: boolean }; typed: Record<string, string> }
  | { refusal: Refusal; typed: Record<string, string> }

/** The refusal of a press that is no vote, with what was typed; undefined where the last press was another one. */
export function refusedOf(answer: BallotAnswer | undefined, intent: string) {
  return answer && 'refusal' in answer && answer.typed.intent === intent ? answer : undefined
}

const voteIntents = ['review', 'edit', 'cast']

interface VotePanelProps {
  page: BallotPage
  answer: BallotAnswer | undefined
  /** Goes on from the last answer. */
  putAside: () => void
}

/** The way through a vote: form, review, receipt. */
export function VotePanel({ page, answer, putAside }: VotePanelProps) {
  const { mine, state } = page
  const others = answer && 'refusal' in answer && !voteIntents.includes(answer.typed.intent ?? '')
  const typed = others ? {} : (answer?.typed ?? {})
  const refusal = answer && 'refusal' in answer && !others ? answer.refusal : undefined
  if (answer && 'cast' in answer) {
    return (
      <section aria-labelledby="vote">
        <h2 id="vote">Your vote</h2>
        <ReceiptSlip {...answer.cast} />
        {mine.mayVote ? (
          <p>
            <Link to={`/ballots/${page.id}#vote`} onClick={putAside}>
              Change your vote
            </Link>
          </p>
        ) : null}
      </section>
    )
  }
  if (state !== 'open') return refusal ? <FormRefusal refusal={refusal} /> : null
  const reviews = answer && 'step' in answer && answer.step === 'review'
  return (
    <section aria-labelledby="vote">
      <h2 id="vote">Your vote</h2>
      {mine.castAt !== null ? (
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
      {mine.mayVote && !reviews && page.choice ? (
        <OptionsVoteForm choice={page.choice} typed={typed} refusal={refusal} />
      ) : null}
      {mine.mayVote && !reviews && !page.choice ? <VoteForm page={page} typed={typed} refusal={refusal} /> : null}
      {!mine.mayVote ? <FormRefusal refusal={refusal} /> : null}
    </section>
  )
}
