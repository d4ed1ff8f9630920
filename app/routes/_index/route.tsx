import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ArguedNow } from '#app/features/overview/argued-now.tsx'
import { LeverField } from '#app/features/overview/lever-field.tsx'
import { loaded } from '#app/http/refusals.ts'
import '#app/styles/reading.css'
import '#app/styles/lists.css'
import '#app/styles/overview.css'

export const meta: MetaFunction = () => [
  { title: 'AGI Strategies · Folkmoot' },
  {
    name: 'description',
    content: 'An atlas of strategies for advanced AI: what each bets on, who holds it, and what would prove it wrong.',
  },
]

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await loaded(context.services.overview(context.viewer)))
}

export default function Overview() {
  const { counts, levers, now } = useLoaderData<typeof loader>()
  const unsigned = counts.strategies - counts.withSignal
  return (
    <div className="page">
      <div className="page-head">
        <h1>AGI Strategies</h1>
        <p className="lede">
          An atlas of what people propose to do about artificial general intelligence: what each strategy bets on, who
          holds it, and what would prove it wrong. Groups write the entries together, argue them in the open and vote
          drafts into versions that anyone can check.
        </p>
      </div>
      <dl className="counts">
        <Count href="/strategies" n={counts.strategies} label="strategies" />
        <Count href="/people" n={counts.people} label="people" />
        <Count href="/scenarios" n={counts.scenarios} label="scenarios" />
        <Count href="/concepts" n={counts.concepts} label="concepts" />
        <Count href="/sources" n={counts.sources} label="sources" />
        <Count href="/levers" n={counts.levers} label="levers" />
      </dl>
      <p className="ui muted">
        Between the strategies: {counts.conflicts} conflicts, {counts.complements} complements, {counts.twins} twins.
      </p>
      <div className="ways-in">
        <form method="get" action="/strategies" className="way-search">
          <label htmlFor="overview-q">Find a strategy by title</label>
          <span>
            <input type="search" id="overview-q" name="q" maxLength={100} />
            <button type="submit" className="button button-primary">
              Find
            </button>
          </span>
        </form>
        <ul className="list-plain ways">
          <li>
            <a href="/strategies?sort=people">Start with what most people hold</a>
          </li>
          <li>
            <a href="/strategies?sort=conflicts">Start where strategies clash most</a>
          </li>
          <li>
            <a href="/strategies?signal=no">{unsigned} strategies name no falsification signal: help to write one</a>
          </li>
          <li>
            <a href="/scenarios">Start from what could go wrong</a>
          </li>
          <li>
            <a href="/axes">See which combinations nobody has proposed</a>
          </li>
          <li>
            <a href="/matrix">See how all of them are related</a>
          </li>
          <li>
            <a href="/portfolio">Audit a set of strategies held together</a>
          </li>
        </ul>
      </div>
      <section aria-labelledby="now-title">
        <h2 id="now-title">Argued right now</h2>
        <ArguedNow now={now} />
      </section>
      <section aria-labelledby="levers-title">
        <h2 id="levers-title">What the strategies pull on</h2>
        <p className="why">
          One row for each lever, one mark for each strategy on the side to which it pulls. Marks that face each other
          cancel out.
        </p>
        <LeverField levers={levers} />
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
