import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConceptPanels } from '#app/features/reading/concept-panels.tsx'
import { ConceptPresets } from '#app/features/reading/concept-presets.tsx'
import { entryMeta } from '#app/features/reading/entry-meta.ts'
import { EntryPage } from '#app/features/reading/entry-page.tsx'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Concept')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  return json(await foundOrNear(args, 'concept', context.services.conceptPage(context.viewer, params.id ?? '')))
}

export default function Concept() {
  const { frame, panels, presets } = useLoaderData<typeof loader>()
  const { kicker, summary } = panels
  return (
    <EntryPage frame={frame} eyebrow={kicker || null} lede={summary ? <p className="lede">{summary}</p> : null}>
      <ConceptPanels frame={frame} panels={panels} />
      <ConceptPresets presets={presets} />
    </EntryPage>
  )
}
