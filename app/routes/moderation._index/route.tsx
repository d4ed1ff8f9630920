import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HelpLink } from '#app/components/help-link.tsx'
import { Time } from '#app/components/time.tsx'
import { CaseList } from '#app/features/moderation/case-list.tsx'
import { FrozenNotice } from '#app/features/moderation/frozen-notice.tsx'
import { QueueSection } from '#app/features/moderation/queue-section.tsx'
import { SignalQueues } from '#app/features/moderation/signal-queues.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Moderation · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.moderationQueue(context.viewer)))
}

export default function ModerationRoute() {
  const { cases, frozen, promoted, challenges, closing, objections, reports, due } = useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <div className="head-with-help">
        <h1>Moderation</h1>
        <HelpLink article="keep-order" about="keeping order" />
      </div>
      <p className="muted">
        <a href="/moderation/log">The public log</a> tells everybody what is decided here, without names.
      </p>
      <FrozenNotice frozen={frozen} />
      <CaseList cases={cases} />
      <QueueSection
        id="ready"
        title="Ready to publish"
        count={promoted.length}
        empty="No draft waits for publication. One comes here when its ballot has adopted it."
        action={{ href: '/ballots', words: 'See the ballots' }}
      >
        {promoted.map(({ id, title, owner, next, since, unmet }) => (
          <li key={id} className="queue-item">
            <a href={`/moderation/${id}/publish`}>{title}</a>
            <p>
              {unmet.length === 0 ? (
                <span className="state state-ok">✓ Everything is met</span>
              ) : (
                <span className="state state-warn">
                  ✕ {unmet.length === 1 ? '1 requirement' : `${unmet.length} requirements`} not met
                </span>
              )}{' '}
              version {next}, draft by {owner}, decided <Time at={since} />
            </p>
            {unmet.map((words) => (
              <p key={words} className="muted">
                {words}
              </p>
            ))}
          </li>
        ))}
      </QueueSection>
      <QueueSection
        id="challenges"
        title="Challenges to published versions"
        count={challenges.length}
        empty="Nobody challenges a version."
        action={null}
      >
        {challenges.map(({ id, title, n, reason, at }) => (
          <li key={id} className="queue-item">
            <a href={`/challenges/${id}`}>
              {title}, version {n}
            </a>
            <p>{reason}</p>
            <p className="muted">
              challenged <Time at={at} />
            </p>
          </li>
        ))}
      </QueueSection>
      <QueueSection
        id="objections"
        title="Objections without a disposition"
        count={objections.length}
        empty="Every objection has a disposition."
        action={null}
      >
        {objections.map(({ id, text, createdAt, draftId, title }) => (
          <li key={id} className="queue-item">
            <a href={`/drafts/${draftId}/threads#objection-${id}`}>{title}</a>
            <p>{text}</p>
            <p className="muted">
              raised <Time at={createdAt} />
            </p>
          </li>
        ))}
      </QueueSection>
      <SignalQueues reports={reports} due={due} />
      <QueueSection
        id="closing"
        title="Ballots closing within three days"
        count={closing.length}
        empty="No ballot closes soon."
        action={null}
      >
        {closing.map(({ id, question, closesAt }) => (
          <li key={id} className="queue-item">
            <a href={`/ballots/${id}`}>{question}</a>
            <p className="muted">
              closes <Time at={closesAt} />
            </p>
          </li>
        ))}
      </QueueSection>
    </div>
  )
}
