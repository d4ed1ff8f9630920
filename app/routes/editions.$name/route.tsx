import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import { CiteEdition } from '#app/features/editions/cite-edition.tsx'
import { EditionChanges } from '#app/features/editions/edition-changes.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { Pager } from '#app/features/reading/pager.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `Edition ${data.name} · Folkmoot` },
        { name: 'description', content: `The atlas AGI Strategies as it stood, ${data.entries} entries.` },
        { tagName: 'link', rel: 'canonical', href: data.cited.url },
        { tagName: 'link', rel: 'alternate', type: 'application/json', href: `/editions/${data.name}.json` },
      ]
    : [{ title: 'Edition · Folkmoot' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const asked = { name: params.name ?? '', search: new URL(request.url).search }
  return json(await loaded(context.services.editionPage(context.viewer, asked)))
}

export default function EditionRoute() {
  const edition = useLoaderData<typeof loader>()
  const { name, note, at, hash, entries, inForce, kind, kinds, contents, dropped, before, changes } = edition
  return (
    <div className="page">
      <div className="page-head">
        <p className="eyebrow">
          <a href="/editions">← Editions</a>
        </p>
        <h1>
          Edition {name} {inForce ? <span className="state state-ok">● In force</span> : null}
        </h1>
        <p className="lede as-written">{note}</p>
        {inForce ? null : (
          <div className="notice notice-warn" role="note">
            <p>
              A later edition is in force. This one stays as it is. <a href="/editions">See all editions</a>
            </p>
          </div>
        )}
      </div>
      <div className="page-with-side">
        <div>
          <p className="why">
            The atlas as it stood <Time at={at} />: {entries === 1 ? '1 entry' : `${entries} entries`}, each in the
            version that was current then. What each link leads to never changes.
          </p>
          {changes && before ? <EditionChanges before={before} changes={changes} /> : null}
          <section aria-labelledby="contents">
            <h2 id="contents">
              What it holds <span className="count">{contents.total}</span>
            </h2>
            <DroppedFilters dropped={dropped} />
            <nav className="chips" aria-label="Kinds of entries">
              <a className="chip" href={`/editions/${name}#contents`} aria-current={kind === null ? 'true' : undefined}>
                All {entries}
              </a>
              {kinds.map((one) => (
                <a
                  key={one.kind}
                  className="chip"
                  href={`${one.href}#contents`}
                  aria-current={kind === one.kind ? 'true' : undefined}
                >
                  {one.label} {one.n}
                </a>
              ))}
            </nav>
            <ul className="list-plain edition-contents">
              {contents.rows.map(({ key, kindLabel, title, n, href }) => (
                <li key={key}>
                  <a href={href}>{title}</a>{' '}
                  <span className="muted">
                    {kind === null ? `${kindLabel.toLowerCase()}, ` : ''}version {n}
                  </span>
                </li>
              ))}
            </ul>
            <Pager page={contents} what="entries" />
          </section>
        </div>
        <aside className="side" aria-label="About this edition">
          <CiteEdition cited={edition.cited} />
          <section className="card">
            <h2>Check it</h2>
            <p>
              One hash over all of it: the kind, the address, the version and the content hash of each entry, in this
              order, sorted by kind and address.
            </p>
            <p className="code version-cite">{hash}</p>
            <p className="card-links">
              <a href={`/editions/${name}.json`}>JSON</a>{' '}
              <a href={`/record?subject=${encodeURIComponent(`edition/${name}`)}`}>In the record</a>
            </p>
          </section>
        </aside>
      </div>
    </div>
  )
}
