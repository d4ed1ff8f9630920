import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { discuss } from '#app/features/reading/discuss.ts'
import { entryMeta } from '#app/features/reading/entry-meta.ts'
import { EntryPage } from '#app/features/reading/entry-page.tsx'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'
import { NothingYet, Panel } from '#app/features/reading/panel.tsx'
import { PersonCard } from '#app/features/reading/person-card.tsx'
import { Positions } from '#app/features/reading/positions.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Person')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  return json(await foundOrNear(args, 'person', context.services.personPage(context.viewer, params.id ?? '')))
}

export default function Person() {
  const page = useLoaderData<typeof loader>()
  const { frame, role, positions, heldTogether, body, links } = page
  return (
    <EntryPage frame={frame} lede={role ? <p className="lede">{role}</p> : null} cards={<PersonCard page={page} />}>
      <Panel
        id="positions"
        title="On the record"
        count={positions.length}
        why="Our paraphrase, never a quotation; the sources say it in their own words. A home page or a text by somebody else supports a position weakly."
        discuss={discuss(frame, 'field/positions', 'evidence')}
      >
        {positions.length > 0 ? (
          <Positions positions={positions} />
        ) : (
          <NothingYet place={frame.place}>No sourced position has been collected yet.</NothingYet>
        )}
      </Panel>
      <Panel
        id="held-together"
        title="Strategies that conflict with each other"
        count={heldTogether.length}
        why="A fact about the pair. People may hold both at different times or under different conditions."
      >
        {heldTogether.length === 0 ? (
          <p>None of the strategies endorsed here is declared to conflict with another of them.</p>
        ) : (
          <ul>
            {heldTogether.map(({ a, b, mechanism }) => (
              <li key={`${a} ${b}`}>
                {a} and {b}: {mechanism}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel
        id="body"
        title="In our words"
        why="Thesis, context and open questions as the atlas words them. A question can become a thread."
        discuss={discuss(frame, 'section/body', 'wording')}
      >
        {body.length > 0 ? (
          <Prose blocks={body} links={links} lower />
        ) : (
          <NothingYet place={frame.place}>Nobody has written about this person’s thesis yet.</NothingYet>
        )}
      </Panel>
    </EntryPage>
  )
}
