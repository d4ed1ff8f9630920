import { Link } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { OptionsVoteForm } from '#app/features/ballots/options-vote-form.tsx'
import { ReceiptSlip } from '#app/features/ballots/receipt-slip.tsx'
import { ReviewVote } from '#app/features/ballots/review-vote.tsx'
import { VoteForm } from '#app/features/ballots/vote-form.tsx'
import { Comparison } from '#app/features/versions/comparison.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { ChangedSince } from '#server/views/ballot-amendments.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** What the last press of a button gave. */
export type BallotAnswer =
  | { step: 'review' | 'edit' | 'closed' | 'changed'; typed: Record<string, string> }
  /** `since`: what changed in the text after the voter saw it, where that is why it was refused. */
  | { refusal: Refusal; typed: Record<string, string>; since?: ChangedSince | null }
  | { step: 'cast'; cast: { receipt: string; castAt: number; replacedEarlier: boolean }; typed: Record<string, string> }

/** The refusal of a press that is no vote, with what was typed; undefined where the last press was another one. */
export function refusedOf(answer: BallotAnswer | undefined, intent: string) {
  return answer && 'refusal' in answer && answer.typed.intent === intent ? answer : undefined
}

const voteIntents = ['review', 'edit', 'cast']

/** Whether the last press was a step of the vote. */
export function isOfVote(answer: BallotAnswer | undefined): boolean {
  if (answer === undefined) return false
  if ('refusal' in answer) return voteIntents.includes(answer.typed.intent ?? '')
  return answer.step === 'cast' || answer.step === 'review' || answer.step === 'edit'
}

interface VotePanelProps {
  page: BallotPage
  /** Hash of the text under vote as shown here; null for a question. */
  contentHash: string | null
  answer: BallotAnswer | undefined
  /** Goes on from the last answer. */
  putAside: () => void
}

/** The way through a vote: form, review, receipt. */
export function VotePanel({ page, contentHash, answer, putAside }: VotePanelProps) {
  const { mine, state } = page
  const typed: Record<string, string> = answer && isOfVote(answer) ? answer.typed : {}
  const refused = answer && 'refusal' in answer && isOfVote(answer) ? answer : undefined
  const refusal = refused?.refusal
  const since = refused?.since ?? null
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
        <OptionsVoteForm choice={page.choice} typed={typed} refusal={refusal} />
      ) : null}
      {mine.mayVote && !reviews && !page.choice ? (
        <VoteForm
          key={since?.contentHash ?? ''}
          page={page}
          // What the voter has read: what changed meanwhile was just shown; what they began with is kept otherwise.
          seen={since?.contentHash ?? typed.contentHash ?? contentHash}
          typed={typed}
          refusal={refusal}
        />
      ) : null}
      {!mine.mayVote ? <FormRefusal refusal={refusal} /> : null}
    </section>
  )
}
