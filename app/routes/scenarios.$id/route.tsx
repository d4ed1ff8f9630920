import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { BetCard } from '#app/features/bets/bet-card.tsx'
import { discuss } from '#app/features/reading/discuss.ts'
import { entryMeta } from '#app/features/reading/entry-meta.ts'
import { EntryPage } from '#app/features/reading/entry-page.tsx'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'
import { Pager } from '#app/features/reading/pager.tsx'
import { NothingYet, Panel } from '#app/features/reading/panel.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Scenario')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const ask = { slug: params.id ?? '', search: new URL(request.url).search }
  return json(await foundOrNear(args, 'scenario', context.services.scenarioPage(context.viewer, ask)))
}

export default function Scenario() {
  const { frame, adversary, description, note, links, total, withSignal, held, bets, ...pages } =
    useLoaderData<typeof loader>()
  const eyebrow = adversary ? <a href={`/scenarios#${adversary.id}`}>{adversary.label}</a> : null
  return (
    <EntryPage frame={frame} eyebrow={eyebrow}>
      <Panel id="description" title="What goes wrong" discuss={discuss(frame, 'section/description', 'wording')}>
        {description.length > 0 ? <Prose blocks={description} links={links} /> : <NothingYet place={frame.place} />}
      </Panel>
      <Panel
        id="strategies"
        title="Bets that answer it"
        count={total}
        why="Each strategy says for itself which scenarios it answers. Being listed is a claim, and no proof that it would work."
      >
        {total === 0 ? (
          <p className="nothing-yet">
            No strategy names this scenario yet. A strategy’s own entry says what it answers:{' '}
            <a href="/strategies">choose one and revise it</a>, or <a href="/drafts/new">propose a new one</a>.
          </p>
        ) : (
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
      </Panel>
      <Panel id="note" title="Note" discuss={discuss(frame, 'section/note', 'wording')}>
        {note.length > 0 ? (
          <Prose blocks={note} links={links} />
        ) : (
          <NothingYet place={frame.place}>Nobody has remarked on the list of strategies yet.</NothingYet>
        )}
      </Panel>
    </EntryPage>
  )
}
