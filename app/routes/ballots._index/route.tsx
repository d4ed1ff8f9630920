import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HelpLink } from '#app/components/help-link.tsx'
import { BallotCards } from '#app/features/ballots/ballot-cards.tsx'
import { useLive } from '#app/features/live/use-live.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Ballots' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.ballotsList(context.viewer)))
}

export default function Ballots() {
  const { mine, open, decided } = useLoaderData<typeof loader>()
  useLive([...mine, ...open].map(({ id }) => `ballot/${id}`))
  return (
    <div className="page page-narrow">
      <div className="head-with-help">
        <h1>Ballots</h1>
        <HelpLink article="how-decisions-are-made" about="how decisions are made" />
      </div>
      <p className="lede">
        A ballot decides whether a frozen text becomes a version, or which of several options is taken. It is opened
        from a draft or from an entry, and closes by itself.
      </p>
      <p className="ui">
        <a href="/ballots/presets">Ways of deciding</a>
      </p>
      <section aria-labelledby="mine">
        <h2 id="mine">
          Open to you <span className="count">{mine.length}</span>
        </h2>
        {mine.length === 0 ? (
          <p>
            Nothing waits for your vote. <a href="/drafts">See the drafts</a> that may come to a ballot next.
          </p>
        ) : null}
        <BallotCards ballots={mine} />
      </section>
      {open.length > 0 ? (
        <section aria-labelledby="open">
          <h2 id="open">
            Open to others <span className="count">{open.length}</span>
          </h2>
          <BallotCards ballots={open} />
        </section>
      ) : null}
      <section aria-labelledby="decided">
        <h2 id="decided">
          Decided <span className="count">{decided.length}</span>
        </h2>
        {decided.length === 0 ? <p className="muted">No ballot has closed yet.</p> : null}
        <BallotCards ballots={decided} />
      </section>
    </div>
  )
}
