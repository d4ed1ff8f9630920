import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import { AppealView, Decision } from '#app/features/moderation/case-decision.tsx'
import { CaseHeading } from '#app/features/moderation/case-heading.tsx'
import { DueMark } from '#app/features/moderation/case-marks.tsx'
import { DecideAppealForm, DecideForm } from '#app/features/moderation/decide-form.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { useAnswer } from '#app/features/threads/answer.ts'
import { EndedWords } from '#app/features/threads/ended-words.tsx'
import { OneButton } from '#app/features/threads/one-button.tsx'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { caseKindWords, flagReasonWords } from '#domain/moderation/words.ts'
import type { CasePage } from '#server/views/case-pages.ts'

export const meta: MetaFunction = () => [{ title: 'Case · Moderation · Folkmoot' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.casePage(context.viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const caseId = params.id ?? ''
  const { seen = '', act = '', reason = '', outcome = '', words, minutes, days } = typed
  const acts: Record<string, () => Promise<void>> = {
    claim: () => services.claimCase(viewer, { caseId }),
    release: () => services.releaseCase(viewer, { caseId }),
    decide: () => services.decideCase(viewer, { caseId, seen, act, reason, words, minutes, days }),
    'decide-appeal': () => services.decideAppeal(viewer, { caseId, seen, outcome, words }),
  }
  const chosen = Object.hasOwn(acts, typed.intent ?? '') ? acts[typed.intent ?? ''] : undefined
  if (!chosen) throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
  return attempted(chosen(), typed, () => redirect(`/moderation/cases/${caseId}`))
}

export default function CaseRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useAnswer()
  const waits = page.decided === null || page.appeal?.state === 'open'
  const open = waits && page.conflict === null ? (page.decided === null ? 'decide' : 'decide-appeal') : null
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href="/moderation">Moderation</a> · {caseKindWords[page.kind]}
      </p>
      <CaseHeading page={page} />
      <p className="case-marks">
        {waits ? <DueMark due={page.due} /> : null}
        <span className="muted">
          opened <Time at={page.openedAt} />
        </span>
        <span>by {page.author ?? 'somebody whose name is hidden'}</span>
        {page.before > 0 ? (
          <span>{page.before === 1 ? 'one decision against them before' : `${page.before} decisions before`}</span>
        ) : null}
      </p>
      <div className="case-thing">
        <PlainText text={page.text || 'Nothing is left of it.'} />
      </div>
      {page.waits ? <p className="muted">It is not shown to others yet.</p> : null}
      <Flags flags={page.flags} />
      {page.decided ? <Decision decided={page.decided} /> : null}
      {page.appeal ? <AppealView appeal={page.appeal} /> : null}
      {answer && answer.typed.intent !== open ? <TooLate answer={answer} /> : null}
      {waits ? <Act page={page} answer={answer} /> : null}
    </div>
  )
}

/** What was typed into a form that is not there any more, because another moderator was faster. */
function TooLate({ answer: { refusal, typed } }: { answer: Answer }) {
  if (!typed.words) return null
  return (
    <EndedWords why="" label="What its author was to read" text={typed.words} refusal={refusal} close={undefined} />
  )
}

function Flags({ flags }: Pick<CasePage, 'flags'>) {
  if (flags.length === 0) return null
  return (
    <section aria-labelledby="flags">
      <h2 id="flags">
        Flags<span className="count">{flags.length}</span>
      </h2>
      <ul className="list-plain case-flags">
        {flags.map(({ by, reason, words, at }) => (
          <li key={`${by}/${at}`}>
            <p>
              <strong>{flagReasonWords[reason]}</strong>{' '}
              <span className="muted">
                {by}, <Time at={at} />
              </span>
            </p>
            {words ? <PlainText text={words} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Act({ page, answer }: { page: CasePage; answer: ReturnType<typeof useAnswer> }) {
  const { holder, conflict } = page
  if (conflict) return <p className="notice">{conflict}</p>
  const mine = holder?.mine === true
  return (
    <>
      <div className="case-acts">
        {holder ? <span>{mine ? 'You have claimed this case.' : `${holder.name} has claimed this case.`}</span> : null}
        <OneButton hidden={{ intent: 'claim' }} may={holder === null} words="Claim" answer={answer}>
          Claim it, and nobody else decides it for half an hour.
        </OneButton>
        <OneButton hidden={{ intent: 'release' }} may={mine} words="Give it back" answer={answer} />
      </div>
      {page.decided === null ? (
        <DecideForm page={page} answer={answer} />
      ) : (
        <DecideAppealForm page={page} answer={answer} />
      )}
    </>
  )
}
