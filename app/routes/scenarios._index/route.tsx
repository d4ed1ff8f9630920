import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SimpleList } from '#app/features/reading/simple-list.tsx'
import { loaded } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Scenarios · Folkmoot' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await loaded(context.services.scenariosList(context.viewer)))
}

export default function Scenarios() {
  const { items } = useLoaderData<typeof loader>()
  return (
    <SimpleList
      title="Scenarios"
      why="Ways in which things go wrong, each with the strategies that are listed as an answer. Start here if you know what you fear."
      items={items.map(({ slug, title, adversary, description, strategies }) => ({
        href: `/scenarios/${slug}`,
        title,
        eyebrow: adversary,
        text: description,
        line: `${strategies} ${strategies === 1 ? 'strategy answers' : 'strategies answer'} it`,
      }))}
    />
  )
}
