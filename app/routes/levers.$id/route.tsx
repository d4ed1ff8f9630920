import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EntryChips } from '#app/features/reading/entry-chips.tsx'
import { loaded } from '#app/http/refusals.ts'
import '#app/styles/reading.css'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name} · Folkmoot` : 'Lever · Folkmoot' },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return json(await loaded(context.services.leverPage(context.viewer, params.id ?? '')))
}

const sides = { 'ai-side': 'on the AI side', 'world-side': 'on the side of the world', mixed: 'on both sides' } as const

export default function Lever() {
  const { id, name, description, side, total, note, pulls } = useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href="/levers">← Levers</a> · {sides[side]}
      </p>
      <h1>{name}</h1>
      <p className="lede">{description}</p>
      <p className="ui">
        {total} {total === 1 ? 'strategy' : 'strategies'} · <a href={`/strategies?lever=${id}`}>as a list</a> ·{' '}
        <a href={`/levers/${id}.json`}>JSON</a>
      </p>
      {note ? <p className="why">{note}</p> : null}
      {pulls.map(({ pull, words, strategies }) => (
        <section key={pull}>
          <h2>
            {words}
            <span className="count">{strategies.length}</span>
          </h2>
          {strategies.length > 0 ? (
            <EntryChips path="/strategies" entries={strategies} />
          ) : (
            <p className="muted">No strategy pulls it this way.</p>
          )}
        </section>
      ))}
    </div>
  )
}
