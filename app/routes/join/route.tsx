import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CodeForm } from '#app/features/workshops/code-form.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { attempted } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Join a workshop · Folkmoot' }]

/** The code box sends itself here, so that it needs no script and keeps what was typed. */
export async function loader({ request, context: { services, viewer, visitor } }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get('code')
  const asked: { refusal: Refusal | undefined; typed: Record<string, string> } = { refusal: undefined, typed: {} }
  if (code === null) return json(asked)
  const door = services.roomDoor(viewer, { code, address: visitor.address })
  return attempted(door, { code }, (found) => redirect(`/w/${found.code}`))
}

export default function Join() {
  const { refusal, typed } = useLoaderData<typeof loader>() as { refusal?: Refusal; typed: Record<string, string> }
  return (
    <div className="page page-narrow room-door">
      <h1>Join a workshop</h1>
      <p>The code stands on the screen in the room and on the sheet that was handed out.</p>
      <CodeForm refusal={refusal} code={typed.code ?? ''} />
    </div>
  )
}
