import type { LoaderFunctionArgs } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { loaded } from '#app/http/refusals.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  return json(await loaded(context.services.entryPage('strategy', params.id ?? '')))
}

export default function Strategy() {
  const page = useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href="/strategies">All strategies</a>
      </p>
      <h1>{page.title}</h1>
      <p className="ui muted">
        Version {page.n} · <a href={`/strategies/${page.slug}/history`}>history</a> ·{' '}
        <a href={`/drafts/new?entry=strategies/${page.slug}`}>Propose a revision</a>
      </p>
      {page.sections.map((section) => (
        <section key={section.id} id={section.id}>
          <h2>{section.label}</h2>
          {section.blocks.length > 0 ? (
            <Prose blocks={section.blocks} links={page.links} />
          ) : (
            <p className="muted">Nobody has written this yet.</p>
          )}
        </section>
      ))}
      <section id="people">
        <h2>People on the record ({page.people.length})</h2>
        <ul>
          {page.people.map((person) => (
            <li key={person.slug}>
              {person.title}, {person.stance}
            </li>
          ))}
        </ul>
      </section>
      <section id="relations">
        <h2>Relations ({page.relations.length})</h2>
        <ul>
          {page.relations.map((relation) => (
            <li key={relation.slug}>
              <a href={`/strategies/${relation.slug}`}>{relation.title}</a>, {relation.kind}: {relation.mechanism}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
