import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { entryMeta } from '#app/features/reading/entry-meta.ts'
import { EntryPage } from '#app/features/reading/entry-page.tsx'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'
import { PersonCard } from '#app/features/reading/person-card.tsx'
import { PersonPanels } from '#app/features/reading/person-panels.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Person')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  return json(await foundOrNear(args, 'person', context.services.personPage(context.viewer, params.id ?? '')))
}

export default function Person() {
  const { frame, panels } = useLoaderData<typeof loader>()
  const lede = panels.role ? <p className="lede">{panels.role}</p> : null
  return (
    <EntryPage frame={frame} lede={lede} cards={<PersonCard panels={panels} place={frame.place} />}>
      <PersonPanels frame={frame} panels={panels} />
    </EntryPage>
  )
}
