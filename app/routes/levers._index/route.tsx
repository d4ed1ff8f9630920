import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LeverField } from '#app/features/overview/lever-field.tsx'
import { loaded } from '#app/http/refusals.ts'
import '#app/styles/reading.css'
import '#app/styles/overview.css'

export const meta: MetaFunction = () => [{ title: 'Levers · Folkmoot' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await loaded(context.services.leversList(context.viewer)))
}

export default function Levers() {
  const { levers } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <div className="page-head">
        <h1>Levers</h1>
        <p className="why">
          A lever is something a strategy moves, one way or the other. Two strategies on one lever either add up or
          cancel out.
        </p>
      </div>
      <LeverField levers={levers} />
    </div>
  )
}
