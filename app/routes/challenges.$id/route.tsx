import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import { ChallengeActs } from '#app/features/challenges/challenge-acts.tsx'
import { ChallengeState } from '#app/features/challenges/challenge-state.tsx'
import { useKeptAnswer } from '#app/features/live/use-kept-answer.ts'
import { useLive } from '#app/features/live/use-live.ts'
import { attempted, loaded, textFields } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Challenge to ${data.entry.title}, version ${data.n} · Folkmoot` : 'Challenge · Folkmoot' },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return json(await loaded(context.services.challengePage(context.viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const challengeId = params.id ?? ''
  const act =
    typed.intent === 'answer'
      ? services.answerChallenge(viewer, { challengeId, answer: typed.answer ?? '', reason: typed.reason ?? '' })
      : typed.intent === 'withdraw'
        ? services.withdrawChallenge(viewer, challengeId)
        : null
  if (!act) throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
  return attempted(act, typed, () => redirect(`/challenges/${encodeURIComponent(challengeId)}`))
}

export default function ChallengeRoute() {
  const page = useLoaderData<typeof loader>()
  const [answer] = useKeptAnswer(page.id, useActionData<typeof action>())
  const { entry, n, about, reason, by, at, state, thread, answeredBy, answeredAt } = page
  useLive([`entry/${entry.id}`])
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <p className="eyebrow">
          <a href={entry.path}>{entry.title}</a> · <a href={`${entry.path}/v/${n}`}>version {n}</a> ·{' '}
          <a href={`${entry.path}/history`}>History</a>
        </p>
        <h1>
          Challenge to version {n} <ChallengeState state={state} />
        </h1>
      </div>
      <p className="ui muted">
        {about}, challenged by {by}, <Time at={at} />
        {entry.currentVersion === n ? '' : `. Version ${entry.currentVersion} is current now`}
      </p>
      <blockquote className="as-written">{reason}</blockquote>
      <p className="ui">
        It is argued in <a href={`/threads/${thread.id}`}>{thread.title}</a>
        {thread.state === 'resolved' ? ', which is resolved' : ''}.
      </p>
      {page.answer !== null && answeredAt !== null ? (
        <section aria-labelledby="answer">
          <h2 id="answer">{state === 'upheld' ? 'Upheld' : 'Dismissed'}</h2>
          <p className="as-written">{page.answer}</p>
          <p className="ui muted">
            {answeredBy}, <Time at={answeredAt} />
          </p>
        </section>
      ) : null}
      {state === 'upheld' && entry.currentVersion === n ? (
        <p className="actions">
          <a className="button button-primary" href={`/drafts/new?entry=${entry.place}`}>
            Propose a revision
          </a>
          <span className="muted">The version stays until a ballot decides on another one.</span>
        </p>
      ) : null}
      <ChallengeActs page={page} answer={answer} />
    </div>
  )
}
