import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChartFrame } from '#app/charts/chart-frame.tsx'
import { TogetherChart } from '#app/charts/together-chart.tsx'
import { AtlasViews } from '#app/features/frame/atlas-views.tsx'
import { HeldTable } from '#app/features/held-together/held-table.tsx'
import { heldWords } from '#app/features/held-together/held-words.ts'
import { NeverTogether } from '#app/features/held-together/never-together.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Held together · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.heldTogetherPage(context.viewer, new URL(request.url).search)))
}

export default function HeldTogether() {
  const page = useLoaderData<typeof loader>()
  const { people, several, strategies, few, conclusive, total, kinds, relation, drawn, held, never, csv, dropped } =
    page
  const conflicts = kinds.find(({ id }) => id === 'conflict')?.n ?? 0
  return (
    <div className="page">
      <div className="page-head">
        <h1>Held together</h1>
        <p className="why">
          Pairs of strategies that the same people endorse, set against what the entries say about each other. A pair in
          conflict that many hold may not conflict as the entries think; a complementary pair that nobody holds may not
          belong together.
        </p>
      </div>
      <AtlasViews here="/held-together" />
      <DroppedFilters dropped={dropped} />
      <div className="notice">
        <p>
          <strong>
            {people} {people === 1 ? 'person endorses' : 'people endorse'} a strategy on the record, {several} of them
            more than one, over {strategies} strategies.
          </strong>{' '}
          {!conclusive
            ? 'That is too few to conclude anything about pairs: one person more or less can turn a finding around. Read it as a list of cases.'
            : `A pair that fewer than ${few} people hold is marked as few.`}{' '}
          Only positions with a source that endorse without reservation count. What is found says something about the
          pair, and nothing about the people.
        </p>
      </div>
      {total === 0 ? (
        <div className="empty">
          <p>Nobody on the record endorses more than one strategy.</p>
          <p>
            <a className="button" href="/people">
              See who is on the record
            </a>
            <a className="button" href="/drafts/new">
              Add a person with a source
            </a>
          </p>
        </div>
      ) : (
        <>
          <nav className="ui axis-choice" aria-label="Relation of the pair">
            <a href="/held-together" aria-current={relation ? undefined : 'true'}>
              All {total}
            </a>
            {kinds.map(({ id, n, href }) => (
              <a key={id} href={href} aria-current={relation === id ? 'true' : undefined}>
                {heldWords[id].plural} {n}
              </a>
            ))}
          </nav>
          {held.total === 0 ? (
            <p>
              No pair with this relation is held together. <a href="/held-together">All pairs</a>
            </p>
          ) : (
            <ChartFrame
              id="held"
              title={`${conflicts} of ${total} pairs that people hold together ${conflicts === 1 ? 'is' : 'are'} in conflict`}
              n={`People who hold both, out of those who hold either; n = ${people} people, ${drawn.length} of ${held.total} pairs drawn.`}
              note="✕ conflict, + complement, = twins, · no relation."
              svg={`/charts/held-together.svg${relation ? `?relation=${relation}` : ''}`}
              csv={csv}
              table={<HeldTable held={held} />}
              open
            >
              <TogetherChart rows={drawn} />
            </ChartFrame>
          )}
        </>
      )}
      <NeverTogether never={never} />
    </div>
  )
}
