import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { HelpFrame } from '#app/features/help/help-frame.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · Help · Folkmoot` : 'Help · Folkmoot' },
  ...(data ? [{ name: 'description', content: data.summary }] : []),
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { helpArticle, nearestHelp } = context.services
  const id = params.id ?? ''
  return json(
    await loaded(helpArticle(id)).catch(async (refused) => {
      if (!(refused instanceof Response) || refused.status !== 404) throw refused
      throw json({ ...(await refused.json()), nearest: await nearestHelp(id) }, { status: 404 })
    }),
  )
}

export default function HelpArticle() {
  const { title, blocks, next } = useLoaderData<typeof loader>()
  return (
    <HelpFrame here="" title={title}>
      <div className="prose">
        <Prose blocks={blocks} />
      </div>
      {next ? (
        <p className="help-next">
          Next: <a href={`/help/${next.id}`}>{next.title}</a>
        </p>
      ) : null}
    </HelpFrame>
  )
}
