import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { Claims } from '#app/features/reading/claims.tsx'
import { discuss } from '#app/features/reading/discuss.ts'
import { EntryChips } from '#app/features/reading/entry-chips.tsx'
import { entryMeta } from '#app/features/reading/entry-meta.ts'
import { EntryPage } from '#app/features/reading/entry-page.tsx'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'
import { NothingYet, Panel } from '#app/features/reading/panel.tsx'
import { TagList } from '#app/features/reading/tag-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Source')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  return json(await foundOrNear(args, 'source', context.services.sourcePage(context.viewer, params.id ?? '')))
}

export default function Source() {
  const { frame, status, facts, sections, claims, statusCounts, strategies, tags, links } =
    useLoaderData<typeof loader>()
  return (
    <EntryPage
      frame={frame}
      eyebrow={status === 'draft' ? 'marked as a draft by its outlet' : null}
      cards={
        <section className="card">
          <h2>The document</h2>
          <dl className="facts">
            {facts.map(({ id, label, value }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{value || <span className="muted">The document does not say</span>}</dd>
              </div>
            ))}
          </dl>
        </section>
      }
    >
      {sections.map(({ id, label, blocks }) => (
        <Panel key={id} id={id} title={label} discuss={discuss(frame, `section/${id}`, 'wording')}>
          {blocks.length > 0 ? <Prose blocks={blocks} links={links} /> : <NothingYet place={frame.place} />}
        </Panel>
      ))}
      <Panel
        id="claims"
        title="Claims"
        count={claims.length}
        why="A claim’s status says how far it can be relied on, and nothing about whether one should agree."
        discuss={discuss(frame, 'field/claims', 'evidence')}
      >
        {claims.length > 0 ? (
          <Claims claims={claims} statusCounts={statusCounts} />
        ) : (
          <NothingYet place={frame.place}>Nobody has taken this document apart yet.</NothingYet>
        )}
      </Panel>
      {strategies.length > 0 ? (
        <Panel id="strategies" title="Strategies it bears on" count={strategies.length}>
          <EntryChips path="/strategies" entries={strategies} />
        </Panel>
      ) : null}
      <TagList tags={tags} />
    </EntryPage>
  )
}
