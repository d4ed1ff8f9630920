import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loaded } from '#app/http/refusals.ts'
import '#app/styles/reading.css'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Tag ${data.tag} · Folkmoot` : 'Tag · Folkmoot' },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return json(await loaded(context.services.tagPage(context.viewer, params.tag ?? '')))
}

export default function Tag() {
  const { tag, total, kinds } = useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">Tag</p>
      <h1>{tag.replaceAll('-', ' ')}</h1>
      <p className="ui">
        {total} {total === 1 ? 'entry' : 'entries'} · <a href={`/tags/${tag}.json`}>JSON</a>
      </p>
      {kinds.map(({ kind, label, items }) => (
        <section key={kind}>
          <h2>
            {label}
            <span className="count">{items.length}</span>
          </h2>
          <ul>
            {items.map(({ href, title }) => (
              <li key={href}>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
