import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswersNone, AnswersSeveral } from '#app/features/scenarios/answering.tsx'
import { ScenarioRow } from '#app/features/scenarios/scenario-row.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [
  { title: 'Scenarios · Folkmoot' },
  {
    name: 'description',
    content: 'Ways in which things go wrong with advanced AI, and for each the bets that answer it.',
  },
]

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await loaded(context.services.scenariosList(context.viewer)))
}

export default function Scenarios() {
  const { total, groups, several, none, counts } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <div className="page-head">
        <h1>Start from the failure you fear</h1>
        <p className="lede">
          {total} ways in which things go wrong, by who or what does the harm. Choose one: its page names the bets that
          answer it, what would prove each wrong, who holds it and what is being argued about it now.
        </p>
      </div>
      {total === 0 ? (
        <div className="empty">
          <p>No scenario is published yet.</p>
          <p>
            <a className="button" href="/drafts/new">
              Propose a scenario
            </a>
          </p>
        </div>
      ) : (
        <nav aria-label="Who or what does the harm" className="no-print">
          <ul className="jump">
            {groups.map(({ id, label }) => (
              <li key={id}>
                <a href={`#${id}`}>{label}</a>
              </li>
            ))}
            <li>
              <a href="#several">Strategies that answer several</a>
            </li>
            <li>
              <a href="#none">Strategies that answer none</a>
            </li>
          </ul>
        </nav>
      )}
      <div className="fear-classes">
        {groups.map(({ id, label, description, scenarios }) => (
          <section key={id} id={id} className="fear-class" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>
              {label}
              <span className="count">{scenarios.length}</span>
            </h2>
            {description ? <p className="ui muted">{description}</p> : null}
            <ul className="list-plain">
              {scenarios.map((scenario) => (
                <ScenarioRow key={scenario.slug} scenario={scenario} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <AnswersSeveral rows={several} total={counts.several} />
      <AnswersNone groups={none} counts={counts} />
      <p className="ui">
        Is the failure you fear not here? <a href="/drafts/new">Propose a scenario</a> or{' '}
        <a href="/search">search everything</a>.
      </p>
    </div>
  )
}
