import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { EntryChips } from '#app/features/reading/entry-chips.tsx'
import { Pager } from '#app/features/reading/pager.tsx'
import { MixBars } from '#app/features/strategy/mix-bars.tsx'
import { WatchControl } from '#app/features/watching/watch-control.tsx'
import { loaded } from '#app/http/refusals.ts'
import type { TagPage } from '#server/views/tag-page.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: 'Tag · Folkmoot' }]
  const feed = { tagName: 'link' as const, rel: 'alternate', title: `Tag ${data.tag}` }
  return [
    { title: `Tag ${data.tag} · Folkmoot` },
    { ...feed, type: 'application/atom+xml', href: `${data.path}/feed.xml` },
    { ...feed, type: 'application/feed+json', href: `${data.path}/feed.json` },
  ]
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const asked = { tag: params.tag ?? '', search: new URL(request.url).search }
  const { services, viewer } = context
  const merged = await loaded(services.mergedTagPath(viewer, asked.tag))
  if (merged) throw redirect(merged + asked.search)
  return json(await loaded(services.tagPage(viewer, asked)))
}

export default function Tag() {
  const { tag, path, description, watch, total, alone, dropped, kinds, people, related } =
    useLoaderData<typeof loader>()
  const strategies = kinds.find(({ kind }) => kind === 'strategy')?.total ?? 0
  return (
    <div className="page page-narrow">
      <p className="eyebrow">{alone ? <a href={path}>← Everything with this tag</a> : 'Tag'}</p>
      <h1>{tag.replaceAll('-', ' ')}</h1>
      <p className="ui">
        {total} {total === 1 ? 'entry' : 'entries'} · <a href={`${path}.json`}>JSON</a> ·{' '}
        <a href={`${path}/feed.xml`}>Atom feed</a> · <a href={`${path}/feed.json`}>JSON feed</a>
        {strategies > 0 ? (
          <>
            {' '}
            · <a href={`/strategies?tag=${tag}`}>filter its strategies</a>
          </>
        ) : null}
      </p>
      <p className="why">
        {description ||
          'A tag is a word that the authors of entries chose. It says what they are about and nothing more.'}
      </p>
      <WatchControl watch={watch} />
      <DroppedFilters dropped={dropped} />
      {kinds.map((kind) => (
        <Kind key={kind.kind} kind={kind} alone={alone} />
      ))}
      {people ? <PeopleOfTag people={people} /> : null}
      {related.length > 0 ? (
        <section>
          <h2>Often beside it</h2>
          <ul className="tags">
            {related.map((other) => (
              <li key={other.tag}>
                <a href={`/tags/${other.tag}`}>{other.tag}</a> <span className="muted">{other.together}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function Kind({ kind, alone }: { kind: TagPage['kinds'][number]; alone: boolean }) {
  const { label, items, total, all } = kind
  return (
    <section>
      <h2>
        {label}
        <span className="count">{total}</span>
      </h2>
      {total === 0 ? (
        <p className="muted">
          None yet. A tag is added in a draft of the entry. <a href={`/drafts/new?kind=${kind.kind}`}>Propose one</a>
        </p>
      ) : (
        <ul className="list-plain">
          {items.map(({ href, title, line }) => (
            <li key={href} className="answer">
              <a href={href}>{title}</a>
              {line ? <p>{line}</p> : null}
            </li>
          ))}
        </ul>
      )}
      {alone ? <Pager page={kind} what={label.toLowerCase()} /> : null}
      {!alone && total > items.length ? (
        <p className="ui">
          <a href={all}>
            All {total} {label.toLowerCase()}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function PeopleOfTag({ people }: { people: NonNullable<TagPage['people']> }) {
  const { total, profiled, expertise, recognition, shown, more } = people
  return (
    <section>
      <h2>
        On the record for its strategies<span className="count">{total}</span>
      </h2>
      {total === 0 ? (
        <p className="muted">
          Nobody is on the record for a strategy with this tag yet. A position belongs to the page of whoever holds it:{' '}
          <a href="/people">People</a>
        </p>
      ) : (
        <>
          <div className="mixes">
            <MixBars title="Expertise mix" tiers={expertise} of={profiled} />
            <MixBars title="Recognition mix" tiers={recognition} of={profiled} />
          </div>
          <EntryChips path="/people" entries={shown} />
          {more > 0 ? <p className="ui">{more} more are named on the pages of the strategies.</p> : null}
        </>
      )}
    </section>
  )
}
