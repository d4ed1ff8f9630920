import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import { AccountNav } from '#app/features/account/account-nav.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { appealWords, caseActWords, thingKindWords } from '#domain/moderation/words.ts'

export const meta: MetaFunction = () => [{ title: 'Decisions about what you wrote · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.ownCases(context.viewer)))
}

export default function OwnCasesRoute() {
  const { cases, suspended } = useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">Your account</p>
      <h1>Decisions about what you wrote</h1>
      <AccountNav here="/cases" />
      {suspended ? (
        <p className="notice notice-warn">
          Your account is suspended: you read what everybody reads. You may still appeal against the decision.
        </p>
      ) : null}
      {cases.length === 0 ? (
        <p className="muted">
          No moderator decided anything about what you wrote. If one does, you read here why, and may appeal once.{' '}
          <a href="/help/keep-order">How order is kept</a>
        </p>
      ) : (
        <ul className="list-plain">
          {cases.map(({ id, thingKind, act, at, appeal }) => (
            <li key={id} className="queue-item">
              <a href={`/cases/${id}`}>
                {thingKindWords[thingKind]}: {caseActWords[act].done.toLowerCase()}
              </a>
              <p className="muted">
                <Time at={at} />. {appealWords[appeal]}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
