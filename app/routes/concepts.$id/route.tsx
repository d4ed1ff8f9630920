import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { EntryChips } from '#app/features/reading/entry-chips.tsx'
import { entryMeta } from '#app/features/reading/entry-meta.ts'
import { EntryPage } from '#app/features/reading/entry-page.tsx'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'
import { NothingYet, Panel } from '#app/features/reading/panel.tsx'
import { TagList } from '#app/features/reading/tag-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Concept')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  return json(await foundOrNear(args, 'concept', context.services.conceptPage(context.viewer, params.id ?? '')))
}

export default function Concept() {
  const { frame, kicker, summary, body, related, mentions, tags, links } = useLoaderData<typeof loader>()
  return (
    <EntryPage frame={frame} eyebrow={kicker || null} lede={summary ? <p className="lede">{summary}</p> : null}>
      <section id="body" className="panel prose-panel">
        {body.length > 0 ? <Prose blocks={body} links={links} /> : <NothingYet place={frame.place} />}
      </section>
      {related.length > 0 ? (
        <Panel
          id="strategies"
          title="Related strategies"
          count={related.length}
          why="Strategies whose bet turns on what this word is taken to mean."
        >
          <EntryChips path="/strategies" entries={related} />
        </Panel>
      ) : null}
      {mentions.length > 0 ? (
        <Panel id="mentions" title="Mentioned in" count={mentions.length}>
          <ul>
            {mentions.map(({ href, title, kind }) => (
              <li key={href}>
                <a href={href}>{title}</a> <span className="muted">{kind}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <TagList tags={tags} />
    </EntryPage>
  )
}
