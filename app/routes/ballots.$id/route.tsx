import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AmendForm } from '#app/features/ballots/amend-form.tsx'
import { Amendments } from '#app/features/ballots/amendments.tsx'
import { BallotFacts } from '#app/features/ballots/ballot-facts.tsx'
import { BallotHead } from '#app/features/ballots/ballot-head.tsx'
import { BesideBallot } from '#app/features/ballots/beside-ballot.tsx'
import { ChangedText } from '#app/features/ballots/changed-text.tsx'
import { CloseEarly } from '#app/features/ballots/close-early.tsx'
import { ExtendForm } from '#app/features/ballots/extend-form.tsx'
import { ForkTexts } from '#app/features/ballots/fork-texts.tsx'
import { FrozenText } from '#app/features/ballots/frozen-text.tsx'
import { BallotObjections } from '#app/features/ballots/objections.tsx'
import { OutcomeStatement } from '#app/features/ballots/outcome-statement.tsx'
import { Papers } from '#app/features/ballots/papers.tsx'
import { PlanPanel } from '#app/features/ballots/plan-panel.tsx'
import { pressVote } from '#app/features/ballots/press-vote.ts'
import { QuestionReport } from '#app/features/ballots/question-report.tsx'
import { extendChoices, readMoment } from '#app/features/ballots/read-moment.ts'
import { CheckReceipt } from '#app/features/ballots/receipt-check.tsx'
import { RemindForm } from '#app/features/ballots/remind-form.tsx'
import { HiddenRequirements } from '#app/features/ballots/requirements.tsx'
import { Result } from '#app/features/ballots/result.tsx'
import { StrayRefusal } from '#app/features/ballots/stray-refusal.tsx'
import type { BallotAnswer } from '#app/features/ballots/vote-panel.tsx'
import { isVoteStep, ofVote, VotePanel } from '#app/features/ballots/vote-panel.tsx'
import { useKeptAnswer } from '#app/features/live/use-kept-answer.ts'
import { useLive } from '#app/features/live/use-live.ts'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { pressAmend, pressChallenge, pressReaffirm } from './text-presses.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? data.page.question : 'Ballot' }]

export async function loader({ params, request, context: { services, viewer } }: LoaderFunctionArgs) {
  const id = params.id ?? ''
  const typed = new URL(request.url).searchParams.get('receipt') ?? ''
  const page = await signInFirst(request, services.ballotPage(viewer, id))
  const asks = page.subject === 'report'
  const text = asks || page.choice ? null : await signInFirst(request, services.ballotText(viewer, id))
  const amended = text === null ? null : await signInFirst(request, services.ballotAmendments(viewer, id))
  const question = asks ? await signInFirst(request, services.ballotReport(viewer, id)) : null
  const check = typed === '' ? null : await signInFirst(request, services.checkReceipt(viewer, { ballotId: id, typed }))
  const texts = page.subject === 'options' ? await signInFirst(request, services.forkTexts(viewer, id)) : []
  return json({ page, text, texts, amended, question, check, typed })
}

export async function action({ params, request, context: { services, viewer } }: ActionFunctionArgs) {
  const ballotId = params.id ?? ''
  const typed = textFields(await request.formData())
  const { intent, reason = '' } = typed
  const here = () => redirect(`/ballots/${ballotId}`)
  if (intent === 'close') return attempted(services.closeBallot(viewer, { ballotId, reason }), typed, here)
  if (intent === 'extend') {
    const closesAt = readMoment((name) => typed[name] ?? '', 'closes', extendChoices, Number(typed.from))
    return attempted(services.extendBallot(viewer, { ballotId, closesAt, reason }), typed, here)
  }
  if (intent === 'remind') return attempted(services.remindNonvoters(viewer, { ballotId }), typed, here)
  if (intent === 'replan') {
    const text = (name: string) => typed[name] ?? ''
    const moment = (name: string, planned: string) =>
      text(name) === 'same' ? Number(text(planned)) : readMoment(text, name, [], 0)
    const times = { opensAt: moment('opens', 'plannedOpensAt'), closesAt: moment('closes', 'plannedClosesAt') }
    return attempted(services.replanBallot(viewer, { ballotId, ...times }), typed, here)
  }
  if (intent === 'cancel-plan') return attempted(services.cancelPlan(viewer, { ballotId, reason }), typed, here)
  if (intent === 'state-outcome') {
    const { statement, before } = typed
    return attempted(services.stateOutcome(viewer, { ballotId, statement, before }), typed, () =>
      redirect(`/ballots/${ballotId}#statement`),
    )
  }
  const press = { services, viewer, ballotId, typed }
  if (intent === 'reaffirm') return pressReaffirm(press)
  if (intent === 'amend') return pressAmend(press)
  if (intent === 'challenge') return pressChallenge(press)
  return pressVote(press)
}

function sendsVote(form: FormData): boolean {
  const intent = String(form.get('intent'))
  return isVoteStep(intent) || intent === 'reaffirm'
}

export default function BallotRoute() {
  const { page, text, texts, amended, question, check, typed } = useLoaderData<typeof loader>()
  const latest = useActionData<typeof action>()
  const [last] = useKeptAnswer<BallotAnswer>(page.id, latest)
  // A vote on its way, and a receipt, outlast what else is pressed on the page.
  const [voted, putAside] = useKeptAnswer(page.id, ofVote(latest), sendsVote)
  const answer = last && 'refusal' in last ? last : undefined
  useLive([`ballot/${page.id}`])
  const contentHash = text?.contentHash ?? null
  // With a key of its own it is the same panel in both places: what is typed in it moves along.
  const vote = <VotePanel key={page.id} page={page} contentHash={contentHash} answer={voted} putAside={putAside} />
  const voting = voted !== undefined
  return (
    <div className="page page-with-side">
      <div>
        <BallotHead page={page} />
        {page.plan ? <PlanPanel page={page} plan={page.plan} answer={answer} /> : null}
        {page.known ? <Result page={page} known={page.known} /> : null}
        {page.known === null && page.state === 'open' ? <HiddenRequirements page={page} /> : null}
        <BesideBallot page={page} />
        <OutcomeStatement page={page} answer={answer} />
        <StrayRefusal page={page} answer={answer} amended={amended} />
        {/* The text comes before the vote; once a vote is on its way, its next step comes first. */}
        {voting ? vote : null}
        {text && amended?.sinceMine ? (
          <ChangedText since={amended.sinceMine} contentHash={text.contentHash} answer={answer} />
        ) : null}
        {text ? <FrozenText heading="The frozen text" {...text} /> : null}
        {amended ? <Amendments amendments={amended.amendments} answer={answer} /> : null}
        {amended?.amending ? <AmendForm page={page} amending={amended.amending} answer={answer} /> : null}
        <ForkTexts texts={texts} />
        {question ? <QuestionReport report={question.report} slug={page.entry.slug} /> : null}
        {voting ? null : vote}
        <BallotObjections page={page} />
        {page.known?.final ? <Papers papers={page.known.papers} page={page} /> : null}
        {page.plan ? null : <CheckReceipt check={check} typed={typed} page={page} />}
      </div>
      <aside className="side" aria-label="About this ballot">
        <BallotFacts page={page} contentHash={(text ?? question)?.contentHash ?? null} />
        {page.reminding ? <RemindForm reminding={page.reminding} answer={answer} /> : null}
        {page.mayExtend ? <ExtendForm page={page} answer={answer} /> : null}
        {page.mayClose ? <CloseEarly answer={answer} /> : null}
      </aside>
    </div>
  )
}
