import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BetCard } from '#app/features/bets/bet-card.tsx'
import { entryMeta } from '#app/features/reading/entry-meta.ts'
import { EntryPage } from '#app/features/reading/entry-page.tsx'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'
import { Pager } from '#app/features/reading/pager.tsx'
import { ScenarioPanels } from '#app/features/reading/scenario-panels.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Scenario')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const ask = { slug: params.id ?? '', search: new URL(request.url).search }
  return json(await foundOrNear(args, 'scenario', context.services.scenarioPage(context.viewer, ask)))
}

export default function Scenario() {
  const { frame, panels, total, withSignal, held, bets, ...pages } = useLoaderData<typeof loader>()
  const { adversary } = panels
  const eyebrow = adversary ? <a href={`/scenarios#${adversary.id}`}>{adversary.label}</a> : null
  return (
    <EntryPage frame={frame} eyebrow={eyebrow}>
      <ScenarioPanels frame={frame} panels={panels}>
        {total === 0 ? null : (
          <>
            <ul className="bet-summary">
              <li>
                {withSignal} of {total} say what would prove them wrong
              </li>
              <li>
                {held} of {total} have somebody on the record
              </li>
            </ul>
            <ul className="bets">
              {bets.map((bet) => (
                <BetCard key={bet.slug} bet={bet} />
              ))}
            </ul>
            <Pager page={pages} what="bets" />
          </>
        )}
      </ScenarioPanels>
    </EntryPage>
  )
}
