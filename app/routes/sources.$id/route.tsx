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
import { Provenance } from '#app/features/reading/provenance.tsx'
import { TagList } from '#app/features/reading/tag-list.tsx'
import { safeUrl } from '#domain/prose/safe-url.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Source')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  return json(await foundOrNear(args, 'source', context.services.sourcePage(context.viewer, params.id ?? '')))
}

export default function Source() {
  const { frame, status, facts, original, sections, claims, statusCounts, caveats, chain, strategies, tags, links } =
    useLoaderData<typeof loader>()
  const href = safeUrl(original)
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
          <p className="card-links">
            {href ? (
              <a href={href} rel="noopener noreferrer nofollow ugc">
                Read the original
              </a>
            ) : (
              <span className="muted">No address of the original is known.</span>
            )}
          </p>
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
      <Panel
        id="caveats"
        title="Read it with care"
        count={caveats.length}
        why="Marks of the document as a whole, ticked by whoever read it for the atlas. They say nothing about its cause."
        discuss={discuss(frame, 'field/caveats', 'evidence')}
      >
        {caveats.length > 0 ? (
          <dl className="facts">
            {caveats.map(({ id, label, description }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <NothingYet place={frame.place}>Nobody has marked anything to be careful about.</NothingYet>
        )}
      </Panel>
      <Panel
        id="provenance"
        title="Where it comes from"
        why="Copies of one original count once: repeating a claim adds no evidence for it."
        discuss={discuss(frame, 'field/provenance', 'evidence')}
      >
        <Provenance chain={chain} here={frame.slug} />
      </Panel>
      <Panel
        id="strategies"
        title="Strategies it bears on"
        count={strategies.length}
        discuss={discuss(frame, 'field/strategies', 'general')}
      >
        {strategies.length > 0 ? (
          <EntryChips path="/strategies" entries={strategies} />
        ) : (
          <NothingYet place={frame.place}>No strategy is named yet that it bears on.</NothingYet>
        )}
      </Panel>
      <TagList tags={tags} />
    </EntryPage>
  )
}
