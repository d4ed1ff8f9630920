import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LeversTable } from '#app/features/levers/levers-table.tsx'
import { leverSides } from '#app/features/levers/side-words.ts'
import { LeverField } from '#app/features/overview/lever-field.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Levers · Folkmoot' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await loaded(context.services.leversList(context.viewer)))
}

export default function Levers() {
  const { total, sides } = useLoaderData<typeof loader>()
  const filled = sides.filter(({ levers }) => levers.length > 0)
  return (
    <div className="page">
      <div className="page-head">
        <h1>Levers</h1>
        <p className="why">
          A lever is something a strategy moves, one way or the other. Two strategies on one lever either add up or
          cancel out. {total} levers, by where they work: on AI itself, on the world around it, or on both.
        </p>
      </div>
      {filled.map(({ side, levers }) => (
        <section key={side} aria-labelledby={`${side}-title`}>
          <h2 id={`${side}-title`}>
            {leverSides[side].title}
            <span className="count">{levers.length}</span>
          </h2>
          <p className="why">{leverSides[side].why}</p>
          <LeverField levers={levers} />
        </section>
      ))}
      <LeversTable levers={filled.flatMap(({ levers }) => levers)} />
    </div>
  )
}
