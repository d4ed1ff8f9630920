import { useSearchParams } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { Time } from '#app/components/time.tsx'
import { CandidateActs } from '#app/features/candidates/candidate-acts.tsx'
import { CandidateReasons } from '#app/features/candidates/candidate-reasons.tsx'
import { RewordForm } from '#app/features/candidates/reword-form.tsx'
import { useStaysOpen } from '#app/features/live/use-stays-open.ts'
import { HiddenPlace } from '#app/features/moderation/hidden-words.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Composer } from '#app/features/threads/composer.tsx'
import type { SentPost } from '#app/features/threads/kept-text.ts'
import { reasonKey } from '#app/features/threads/kept-text.ts'
import type { Showing } from '#app/features/threads/links.ts'
import { threadHref } from '#app/features/threads/links.ts'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { StanceForm } from '#app/features/threads/reactions.tsx'
import { Comparison } from '#app/features/versions/comparison.tsx'
import { candidateName } from '#domain/candidates/rules.ts'
import type { ContributionType } from '#domain/threads/words.ts'
import type { CandidatesView, CandidateView } from '#server/views/candidates-of.ts'

interface CandidateCardProps {
  candidate: CandidateView
  candidates: CandidatesView
  types: readonly ContributionType[]
  /** The outcome of the thread names it. */
  adopted: boolean
  actorId: string | null
  showing: Showing
  sent: SentPost | null
  answer: Answer | undefined
}

/** What is being done with a candidate in place. */
interface Doing {
  /** The act that the address asks for. */
  asked: string | null
  /** The form of other words is drawn, and that of a reason. */
  rewords: boolean
  reasons: boolean
  /** What has become of it; null while it stands. */
  ended: string | null
}

/** One wording with what is said of it; folded once it does not stand any more and nobody is typing about it. */
export function CandidateCard(props: CandidateCardProps) {
  const { candidate, candidates, actorId, answer } = props
  const { n, state } = candidate
  const [search] = useSearchParams()
  const asked = ['on', 'reword', 'merge'].find((act) => search.get(act) === String(n)) ?? null
  const answered = (hidden: Record<string, string>) =>
    answerTo(answer, { ...hidden, candidate: String(n) }) !== undefined
  const rewordAnswered = answered({ intent: 'candidate-reword' })
  const reasonAnswered = actorId !== null && answered({ intent: 'post', replyTo: '' })
  const rewords = useStaysOpen(asked === 'reword', candidate.mayReword) || rewordAnswered
  const mayReason = candidates.mayGiveReason && actorId !== null && state === 'standing'
  const reasons = useStaysOpen(asked === 'on', mayReason) || reasonAnswered
  const ended =
    state === 'withdrawn' ? 'withdrawn' : state === 'merged' ? `merged into candidate ${candidate.mergedInto}` : null
  return (
    <li className="candidate" id={`candidate-${n}`} tabIndex={-1}>
      {ended && !rewords && !reasons ? (
        <details className="unfold">
          <summary>
            {candidateName(n)}, by {candidate.author}: {ended}
          </summary>
          <Words {...props} />
          <CandidateReasons candidate={candidate} />
        </details>
      ) : (
        <Unfolded {...props} doing={{ asked, rewords, reasons, ended }} />
      )}
    </li>
  )
}

function Unfolded(props: CandidateCardProps & { doing: Doing }) {
  const { candidate, candidates, adopted, actorId, showing, answer, doing } = props
  const { n } = candidate
  const anchor = `#candidate-${n}`
  const over = doing.ended === null ? null : `This candidate was ${doing.ended} meanwhile.`
  return (
    <>
      <div className="contribution-head">
        <h3>{candidateName(n)}</h3>
        {adopted ? <span className="candidate-adopted">✓ Adopted</span> : null}
        {n === 0 ? null : (
          <span>
            by {candidate.author}, <Time at={candidate.createdAt} only="date" />
            {candidate.editedAt === null ? null : ', reworded'}
            {doing.ended === null ? null : `, ${doing.ended}`}
            {candidate.sealed ? ', seen by nobody else until the silent phase ends' : null}
          </span>
        )}
      </div>
      {doing.rewords ? (
        <RewordForm
          candidate={candidate}
          cancel={threadHref(showing, {}, anchor)}
          ended={
            candidate.mayReword
              ? null
              : (over ??
                'Somebody has said meanwhile what they think of these words. You may propose yours as another candidate.')
          }
          answer={answer}
        />
      ) : null}
      {doing.rewords && candidate.mayReword ? null : <Words {...props} />}
      <StanceForm
        hidden={{ intent: 'candidate-react', candidate: String(n) }}
        seen={candidate.seen}
        question={`What do you think of ${n === 0 ? 'what stands there' : candidateName(n).toLowerCase()}?`}
        may={candidate.mayReact}
        own={candidate.reaction}
        counts={candidate.reactions}
        answer={answer}
      />
      <CandidateReasons candidate={candidate} />
      {doing.reasons && actorId !== null ? (
        <Composer
          key={`${n}/${props.sent?.id}`}
          types={props.types}
          replyTo={null}
          candidate={n}
          keep={reasonKey(actorId, showing.id, n)}
          sent={props.sent}
          answer={answer}
          cancel={threadHref(showing, {}, anchor)}
          ended={over ?? (candidates.mayGiveReason ? null : 'No reasons can be given here any more.')}
        />
      ) : null}
      <CandidateActs
        candidate={candidate}
        candidates={candidates}
        showing={showing}
        doing={doing.asked}
        answer={answer}
        mayGiveReason={candidates.mayGiveReason && doing.ended === null && !doing.reasons}
      />
    </>
  )
}

function Words({ candidate, candidates }: CandidateCardProps) {
  const { part, change, hidden } = candidate
  if (hidden) return <HiddenPlace hidden={hidden} />
  if (part.length === 0) return <p className="candidate-nothing">{candidates.nothing}</p>
  return (
    <>
      <div className="prose candidate-words">
        {typeof part === 'string' ? <PlainText text={part} /> : <Prose blocks={part} lower />}
      </div>
      {change ? (
        <details className="unfold">
          <summary>Beside what stands there</summary>
          <Comparison comparison={change} level="h3" />
        </details>
      ) : null}
    </>
  )
}
