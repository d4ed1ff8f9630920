import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LeverClashes } from '#app/features/levers/lever-clashes.tsx'
import { LeverSide } from '#app/features/levers/lever-side.tsx'
import { leverSides } from '#app/features/levers/side-words.ts'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name} · Folkmoot` : 'Lever · Folkmoot' },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { leverPage, nearestLevers } = context.services
  const id = params.id ?? ''
  return json(
    await loaded(leverPage(context.viewer, id)).catch(async (refused) => {
      if (!(refused instanceof Response) || refused.status !== 404) throw refused
      throw json({ ...(await refused.json()), nearest: await nearestLevers(id) }, { status: 404 })
    }),
  )
}

export default function Lever() {
  const lever = useLoaderData<typeof loader>()
  const { id, name, description, side, total, note, pulls, clashes, bothWays, argued } = lever
  const [minus, neutral, plus] = pulls
  return (
    <div className="page">
      <div className="page-head">
        <p className="eyebrow">
          <a href="/levers">← Levers</a> · {leverSides[side].phrase}
        </p>
        <h1>{name}</h1>
        <p className="lede">{description}</p>
        <ul className="bet-summary">
          <li>
            {total} {total === 1 ? 'strategy' : 'strategies'}
          </li>
          <li>
            <a href="#contradictions">
              {clashes.total} {clashes.total === 1 ? 'contradiction' : 'contradictions'}
            </a>
          </li>
          <li>{argued} argued now</li>
          <li>
            <a href={`/strategies?lever=${id}`}>as a list</a>
          </li>
          <li>
            <a href={`/levers/${id}.json`}>JSON</a>
          </li>
        </ul>
        {note ? <p className="why">{note}</p> : null}
      </div>
      {total === 0 ? (
        <div className="empty">
          <p>No strategy pulls this lever yet.</p>
          <p>
            <a className="button" href="/drafts/new">
              Propose one
            </a>
          </p>
        </div>
      ) : (
        <>
          <div className="lever-columns">
            {minus ? <LeverSide side={minus} /> : null}
            {plus ? <LeverSide side={plus} /> : null}
          </div>
          {neutral && neutral.total > 0 ? (
            <div className="lever-columns">
              <LeverSide side={neutral} />
            </div>
          ) : null}
          <LeverClashes id={id} clashes={clashes} bothWays={bothWays} />
        </>
      )}
    </div>
  )
}
