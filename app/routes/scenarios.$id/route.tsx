import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { discuss } from '#app/features/reading/discuss.ts'
import { entryMeta } from '#app/features/reading/entry-meta.ts'
import { EntryPage } from '#app/features/reading/entry-page.tsx'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'
import { NothingYet, Panel } from '#app/features/reading/panel.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Scenario')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  return json(await foundOrNear(args, 'scenario', context.services.scenarioPage(context.viewer, params.id ?? '')))
}

export default function Scenario() {
  const { frame, adversary, description, note, strategies, links } = useLoaderData<typeof loader>()
  return (
    <EntryPage frame={frame} eyebrow={adversary || null}>
      <Panel id="description" title="What goes wrong" discuss={discuss(frame, 'section/description', 'wording')}>
        {description.length > 0 ? <Prose blocks={description} links={links} /> : <NothingYet place={frame.place} />}
      </Panel>
      <Panel
        id="strategies"
        title="Strategies that answer it"
        count={strategies.length}
        why="Each strategy says for itself which scenarios it answers. Being listed is a claim, and no proof that it would work."
      >
        {strategies.length === 0 ? <p>No strategy names this scenario.</p> : null}
        <ul className="list-plain">
          {strategies.map(({ slug, title, bet }) => (
            <li key={slug} className="answer">
              <a href={`/strategies/${slug}`}>{title}</a>
              <p>{bet}</p>
            </li>
          ))}
        </ul>
      </Panel>
      {note.length > 0 ? (
        <Panel id="note" title="Note">
          <Prose blocks={note} links={links} />
        </Panel>
      ) : null}
    </EntryPage>
  )
}
