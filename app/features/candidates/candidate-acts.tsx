import { Form, Link } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { CandidateLink } from '#app/features/candidates/candidate-link.tsx'
import { FlagLink } from '#app/features/moderation/flag-link.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { Showing } from '#app/features/threads/links.ts'
import { threadHref } from '#app/features/threads/links.ts'
import { candidateName } from '#domain/candidates/rules.ts'
import { suggestionStateLabels } from '#domain/suggestions/words.ts'
import type { CandidatesView, CandidateView } from '#server/views/candidates-of.ts'

interface CandidateActsProps {
  candidate: CandidateView
  candidates: CandidatesView
  showing: Showing
  doing: string | null
  mayGiveReason: boolean
  answer: Answer | undefined
}

/** What may be done with a candidate, and what has become of it. */
export function CandidateActs({ candidate, candidates, showing, doing, mayGiveReason, answer }: CandidateActsProps) {
  const { n, suggestion } = candidate
  const others = candidates.list.filter((one) => one.n > 0 && one.n !== n && one.state === 'standing')
  const refused = ['candidate-withdraw', 'candidate-carry'].flatMap(
    (intent) => answerTo(answer, { intent, candidate: String(n) })?.refusal ?? [],
  )[0]
  return (
    <>
      {suggestion ? (
        <p className="ui candidate-carried">
          In the draft’s suggestions:{' '}
          <a
            href={`/drafts/${candidates.draftId}/suggestions${suggestion.state === 'open' ? '' : '?which=ended'}#s-${suggestion.id}`}
          >
            {suggestionStateLabels[suggestion.state].toLowerCase()}
          </a>
        </p>
      ) : null}
      <FormRefusal refusal={refused} />
      <div className="contribution-acts candidate-acts">
        {mayGiveReason ? <CandidateLink n={n} act="on" word="Give a reason" showing={showing} /> : null}
        {candidate.mayReword && doing !== 'reword' ? (
          <CandidateLink n={n} act="reword" word="Edit" showing={showing} />
        ) : null}
        {candidate.mayMerge && others.length > 0 && doing !== 'merge' ? (
          <CandidateLink n={n} act="merge" word="Merge" showing={showing} />
        ) : null}
        {candidate.mayWithdraw ? <OneButton n={n} intent="candidate-withdraw" word="Withdraw" plain /> : null}
        {candidate.mayCarry ? <OneButton n={n} intent="candidate-carry" word="Carry into the draft" /> : null}
        <FlagLink
          thing={`candidate/${showing.id}/${n}`}
          may={candidate.mayFlag}
          what={candidateName(n).toLowerCase()}
        />
      </div>
      {doing === 'merge' && candidate.mayMerge ? (
        <MergeForm candidate={candidate} others={others} showing={showing} answer={answer} />
      ) : null}
    </>
  )
}

function OneButton({ n, intent, word, plain = false }: { n: number; intent: string; word: string; plain?: boolean }) {
  return (
    <Form method="post" preventScrollReset>
      <Hidden fields={{ intent, candidate: String(n) }} />
      <button type="submit" className={plain ? 'button button-quiet' : 'button'}>
        {word}
        <span className="visually-hidden"> {candidateName(n).toLowerCase()}</span>
      </button>
    </Form>
  )
}

function MergeForm({
  candidate: { n },
  others,
  showing,
  answer,
}: Pick<CandidateActsProps, 'candidate' | 'showing' | 'answer'> & { others: readonly CandidateView[] }) {
  const hidden = { intent: 'candidate-merge', candidate: String(n) }
  const own = answerTo(answer, hidden)
  return (
    <Form method="post" className="contribution-form">
      <Hidden fields={hidden} />
      <FormRefusal refusal={own?.refusal.field ? undefined : own?.refusal} />
      <Field
        name="into"
        label={`Merge candidate ${n} into`}
        hint="For two that say the same. Reactions and reasons move along; where one person reacted to both, the later counts. This cannot be undone."
        refusal={own?.refusal}
      >
        {(control) => (
          <select {...control} required defaultValue={own?.typed.into ?? ''}>
            <option value="">Choose</option>
            {others.map((one) => (
              <option key={one.n} value={one.n}>
                {candidateName(one.n)}, by {one.author}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button button-primary">
          Merge
        </button>
        <Link className="ui" to={threadHref(showing, {}, `#candidate-${n}`)} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  )
}
