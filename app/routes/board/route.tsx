import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChartFrame } from '#app/charts/chart-frame.tsx'
import { TierChart } from '#app/charts/tier-chart.tsx'
import { TierTable } from '#app/features/people/tier-table.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { loaded } from '#app/http/refusals.ts'
import type { Tier } from '#domain/entries/vocabulary.ts'

export const meta: MetaFunction = () => [{ title: 'People board · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.boardPage(context.viewer, new URL(request.url).search)))
}

export default function BoardPage() {
  const { board, on, dropped, strategies, criteria, svg, csv } = useLoaderData<typeof loader>()
  const rest = board.unprofiled
  return (
    <div className="page">
      <div className="page-head">
        <p className="eyebrow">
          <a href="/people">← People</a>
        </p>
        <h1>People board</h1>
        <p className="why">
          What kind of voices speak for the strategies: what people are experts in, and how widely they are known. A
          tier describes; it is no rank of who is right. Only people with a sourced position stand here.
        </p>
      </div>
      <DroppedFilters dropped={dropped} />
      <form method="get" action="/board" className="filter-row" aria-label="Choose a strategy">
        <div className="field">
          <label htmlFor="board-strategy">People on</label>
          <select id="board-strategy" name="strategy" defaultValue={on?.slug ?? ''}>
            <option value="">every strategy</option>
            {on && !strategies.some(({ slug }) => slug === on.slug) ? (
              <option value={on.slug}>{on.title}</option>
            ) : null}
            {strategies.map(({ slug, title, people }) => (
              <option key={slug} value={slug}>
                {title} ({people})
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button">
          Show
        </button>
      </form>
      {board.n === 0 ? (
        <div className="empty">
          <p>
            {on ? `Nobody on the record for ${on.title} has a profile yet.` : 'Nobody has a profile yet.'} A profile is
            proposed on the page of a person.
          </p>
          <p>
            <a className="button" href="/people">
              All people
            </a>
          </p>
        </div>
      ) : (
        <ChartFrame
          id="board"
          title={on ? `Who is on the record for ${on.title}` : 'Who is on the record'}
          n={`Profiled people with a sourced position; n = ${board.n}.${
            rest > 0 ? ` ${rest} more ${rest === 1 ? 'is' : 'are'} on the record without a profile.` : ''
          }`}
          note={
            on && board.against > 0
              ? '✕ marks those who oppose the strategy or have moved away from it.'
              : 'The stronger the colour, the more people. Each name leads to the person.'
          }
          svg={svg}
          csv={csv}
          table={<TierTable board={board} />}
          tableOnPhone
        >
          <TierChart board={board} />
        </ChartFrame>
      )}
      <h2>What the tiers mean</h2>
      <div className="criteria">
        <Criteria title="Expertise" tiers={criteria.expertise} />
        <Criteria title="Recognition" tiers={criteria.recognition} />
      </div>
    </div>
  )
}

function Criteria({ title, tiers }: { title: string; tiers: readonly Tier[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="facts">
        {tiers.map(({ id, name, description }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
