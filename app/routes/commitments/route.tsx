import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TopicAssumptions } from '#app/features/commitments/topic-assumptions.tsx'
import { TopicTable } from '#app/features/commitments/topic-table.tsx'
import { AtlasViews } from '#app/features/frame/atlas-views.tsx'
import { ByLever } from '#app/features/reading/by-lever.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Commitments · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.commitmentsPage(context.viewer, new URL(request.url).search)))
}

export default function Commitments() {
  const { counts, topic, topics, groups, silent, dropped, csv } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <div className="page-head">
        <h1>Commitments</h1>
        <p className="why">
          What one has to believe about the world, besides the bet, in order to hold a strategy. When an assumption
          fails, every strategy under it falls, whatever its mechanism can do.
        </p>
      </div>
      <AtlasViews here="/commitments" />
      <DroppedFilters dropped={dropped} />
      {topic ? (
        <p className="ui">
          <a href="/commitments">← All topics</a>
        </p>
      ) : (
        <>
          <p className="ui">
            <strong>{counts.assumptions}</strong> assumptions of {counts.strategies} strategies; {counts.silent} name
            none. <a href={csv}>Download CSV</a>
          </p>
          <TopicTable topics={topics} />
        </>
      )}
      {groups.map((group) => (
        <TopicAssumptions key={group.id} group={group} />
      ))}
      {topic ? null : (
        <section id="silent" className="fear-class commitments-silent" aria-labelledby="silent-title">
          <h2 id="silent-title">
            Strategies that name no commitment
            <span className="count">{counts.silent}</span>
          </h2>
          <p className="why">
            Nobody has said yet what these take for granted. That they name nothing does not mean that they assume
            nothing. Open an entry, propose a revision, and add a row under “Commitments”.
          </p>
          <ByLever groups={silent} total={counts.silent} />
        </section>
      )}
    </div>
  )
}
