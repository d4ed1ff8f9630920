import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import { ArguedNow } from '#app/features/overview/argued-now.tsx'
import { Begin } from '#app/features/overview/begin.tsx'
import { EveryView } from '#app/features/overview/every-view.tsx'
import { LeverField, leverFinding } from '#app/features/overview/lever-field.tsx'
import { NewHere } from '#app/features/overview/new-here.tsx'
import { WhoHoldsWhat } from '#app/features/overview/who-holds-what.tsx'
import { AskedNotice } from '#app/features/signals/asked-notice.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Overview'} · Folkmoot` },
  {
    name: 'description',
    content: 'An atlas of strategies for advanced AI: what each bets on, who holds it, and what would prove it wrong.',
  },
]

export async function loader({ context }: LoaderFunctionArgs) {
  const { services, viewer } = context
  const welcome = (await services.showsWelcome(viewer)) ? await services.tourStart(viewer) : null
  const { atlas } = await services.site()
  return json({ ...(await loaded(services.overview(viewer))), welcome, name: atlas })
}

export default function Overview() {
  const { counts, edition, levers, now, consensus, asked, welcome, name } = useLoaderData<typeof loader>()
  const entries = counts.strategies + counts.people + counts.scenarios + counts.concepts + counts.sources
  const pulling = levers.reduce((sum, { total }) => sum + total, 0)
  const unpulled = counts.strategies - pulling
  return (
    <div className="page overview">
      <div className="overview-head">
        <div>
          <h1>{name}</h1>
          <p className="lede">
            An atlas of what people propose to do about artificial general intelligence: what each strategy bets on, who
            holds it, and what would prove it wrong. Groups write the entries together, argue them in the open and vote
            drafts into versions that anyone can check.
          </p>
          {welcome ? <NewHere tour={welcome.href} /> : null}
          <dl className="counts">
            <Count href="/strategies" n={counts.strategies} label="strategies" />
            <Count href="/people" n={counts.people} label="people" />
            <Count href="/scenarios" n={counts.scenarios} label="scenarios" />
            <Count href="/concepts" n={counts.concepts} label="concepts" />
            <Count href="/sources" n={counts.sources} label="sources" />
            <Count href="/levers" n={counts.levers} label="levers" />
          </dl>
          <p className="ui muted">
            Between the strategies: {counts.conflicts} conflicts, {counts.complements} complements, {counts.twins}{' '}
            twins.{' '}
            {edition ? (
              <>
                In force: <a href={`/editions/${edition.name}`}>edition {edition.name}</a>,{' '}
                <Time at={edition.at} only="date" />.
              </>
            ) : null}
          </p>
        </div>
        <Begin counts={counts} />
      </div>
      <AskedNotice asked={asked} />
      {entries === 0 ? (
        <div className="empty">
          <p>
            Nothing is published here yet. Entries begin as drafts, or come all at once from a folder of notes with{' '}
            <code>npm run cli -- import</code>.
          </p>
          <p>
            <a className="button button-primary" href="/drafts/new">
              Propose the first entry
            </a>
          </p>
        </div>
      ) : null}
      <section aria-labelledby="levers-title">
        <h2 id="levers-title">{leverFinding(levers)}</h2>
        <p className="why">
          One row for each lever, one mark for each strategy on the side to which it pulls; marks that face each other
          cancel out. n = {pulling} strategies{unpulled > 0 ? `; ${unpulled} more pull no lever` : ''}.
        </p>
        {levers.length > 0 ? (
          <LeverField levers={levers} />
        ) : (
          <p className="nothing-yet">The vocabulary of this atlas has no levers yet; it comes with an import.</p>
        )}
      </section>
      <section aria-labelledby="now-title">
        <h2 id="now-title">Argued right now</h2>
        <ArguedNow now={now} />
      </section>
      <section aria-labelledby="who-title">
        <h2 id="who-title">Who holds what</h2>
        <WhoHoldsWhat consensus={consensus} />
      </section>
      <section aria-labelledby="views-title">
        <h2 id="views-title">Every way to look at it</h2>
        <EveryView />
      </section>
    </div>
  )
}

function Count({ href, n, label }: { href: string; n: number; label: string }) {
  return (
    <div>
      <dt>
        <a href={href}>{label}</a>
      </dt>
      <dd>{n}</dd>
    </div>
  )
}
