import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'
import { candidateName } from '#domain/candidates/rules.ts'
import { disputeOutcomeLabels } from '#domain/relations/both-sides.ts'
import { confirmationTerm } from '#domain/threads/standing.ts'
import type { ThreadOutcome } from '#domain/threads/words.ts'
import { outcomeLabels } from '#domain/threads/words.ts'
import type { ThreadPage } from '#server/views/thread-page.ts'

/** How a thread ended, above everything that led there, and how firm that is. */
export function Outcome({
  thread,
  disputed,
  candidates,
  mayConfirm,
  answer,
}: {
  thread: ThreadPage['thread']
  /** It is a thread about a disputed declaration. */
  disputed: boolean
  candidates: ThreadPage['candidates']
  mayConfirm: boolean
  answer: Answer | undefined
}) {
  if (thread.outcome === null) return null
  const own = answerTo(answer, { intent: 'confirm' })
  const named = candidates?.list.find(({ n }) => n === thread.outcomeCandidate)
  return (
    <div className="notice notice-ok" id="outcome">
      <p>
        <strong>{outcomeWords(thread.outcome, disputed)}</strong>
        {named ? (
          <>
            :{' '}
            <a href={`#candidate-${named.n}`}>
              {candidateName(named.n)}
              {named.author ? ` by ${named.author}` : ''}
            </a>
          </>
        ) : null}
        , said {thread.resolvedBy}
        {thread.resolvedAt === null ? null : (
          <>
            {' '}
            on <Time at={thread.resolvedAt} />
          </>
        )}
      </p>
      <PlainText text={thread.outcomeReason ?? ''} />
      <p className="muted">
        <Standing thread={thread} />
      </p>
      <FormRefusal refusal={own?.refusal} />
      {mayConfirm ? (
        <Form method="post">
          <Hidden fields={{ intent: 'confirm' }} />
          <button type="submit" className="button button-small">
            Confirm this outcome
          </button>
        </Form>
      ) : null}
    </div>
  )
}

function Standing({ thread }: { thread: ThreadPage['thread'] }) {
  if (thread.confirmedBy !== null) return <>Confirmed by {thread.confirmedBy}.</>
  if (thread.standing === 'confirmed') return <>Confirmed: nobody reopened it within a day.</>
  if (thread.resolvedAt === null) return null
  return (
    <>
      Provisional until <Time at={thread.resolvedAt + confirmationTerm} />, unless a moderator or facilitator confirms
      it before. Whoever sees it otherwise reopens the thread with a reason.
    </>
  )
}

/** What an outcome says; in a dispute it also says what becomes of the declaration. */
function outcomeWords(outcome: ThreadOutcome, disputed: boolean): string {
  const labels: Partial<Record<ThreadOutcome, string>> = disputed ? disputeOutcomeLabels : {}
  return labels[outcome] ?? outcomeLabels[outcome]
}

interface ResolveFormProps {
  page: Pick<ThreadPage, 'outcomes' | 'candidates' | 'dispute'>
  answer: Answer | undefined
}

export function ResolveForm({ page: { outcomes, candidates, dispute }, answer }: ResolveFormProps) {
  const hidden = { intent: 'resolve' }
  return (
    <UnfoldForm summary="Resolve this thread" hidden={hidden} answer={answer}>
      {({ refusal, typed }) => (
        <>
          <fieldset>
            <legend>Outcome</legend>
            {outcomes.map((outcome) => (
              <label className="choice" key={outcome}>
                <input
                  type="radio"
                  name="outcome"
                  value={outcome}
                  required
                  defaultChecked={typed.outcome === outcome}
                />
                {outcomeWords(outcome, dispute !== null)}
              </label>
            ))}
          </fieldset>
          <CandidateChoice candidates={candidates} answer={answerTo(answer, hidden)} />
          <Field
            name="reason"
            label="Reason"
            hint="What decided it, so that somebody who was not here understands."
            refusal={refusal}
          >
            {(control) => <textarea {...control} required defaultValue={typed.reason} />}
          </Field>
          <button type="submit" className="button button-primary">
            Resolve thread
          </button>
        </>
      )}
    </UnfoldForm>
  )
}

/** Which candidate the outcome names, where some stand. */
function CandidateChoice({ candidates, answer }: Pick<ThreadPage, 'candidates'> & Pick<ResolveFormProps, 'answer'>) {
  const standing = candidates?.list.filter(({ state }) => state === 'standing') ?? []
  if (standing.length < 2) return null
  return (
    <Field
      name="candidate"
      label="Which candidate is adopted"
      hint="Needed for “signal adopted”; may be left out for “wording adopted”."
      refusal={answer?.refusal}
    >
      {(control) => (
        <select {...control} defaultValue={answer?.typed.candidate ?? ''}>
          <option value="">None of them</option>
          {standing.map(({ n, author }) => (
            <option key={n} value={n}>
              {candidateName(n)}
              {author ? `, by ${author}` : ''}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function ReopenForm({ answer }: { answer: Answer | undefined }) {
  return (
    <UnfoldForm summary="Reopen this thread" hidden={{ intent: 'reopen' }} answer={answer}>
      {({ refusal, typed }) => (
        <>
          <Field name="reason" label="Reason" hint="What is new or was overlooked." refusal={refusal}>
            {(control) => <textarea {...control} required defaultValue={typed.reason} />}
          </Field>
          <button type="submit" className="button">
            Reopen thread
          </button>
        </>
      )}
    </UnfoldForm>
  )
}
