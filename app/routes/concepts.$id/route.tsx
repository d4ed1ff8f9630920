import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { discuss } from '#app/features/reading/discuss.ts'
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
  const { frame, kicker, summary, body, related, tags, links } = useLoaderData<typeof loader>()
  return (
    <EntryPage frame={frame} eyebrow={kicker || null} lede={summary ? <p className="lede">{summary}</p> : null}>
      <Panel
        id="body"
        title="The sense used here"
        why="What the word has to mean in this atlas, who disagrees, and what would settle it. The page takes no side."
        discuss={discuss(frame, 'section/body', 'wording')}
      >
        {body.length > 0 ? <Prose blocks={body} links={links} lower /> : <NothingYet place={frame.place} />}
      </Panel>
      <Panel
        id="strategies"
        title="Related strategies"
        count={related.length}
        why="Strategies whose bet turns on what this word is taken to mean."
        discuss={discuss(frame, 'field/related', 'general')}
      >
        {related.length > 0 ? (
          <EntryChips path="/strategies" entries={related} />
        ) : (
          <NothingYet place={frame.place}>No strategy is named yet whose bet turns on this word.</NothingYet>
        )}
      </Panel>
      <TagList tags={tags} />
    </EntryPage>
  )
}
