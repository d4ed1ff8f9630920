import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { entryMeta } from '#app/features/reading/entry-meta.ts'
import { EntryPage } from '#app/features/reading/entry-page.tsx'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'
import { SourceCard } from '#app/features/reading/source-card.tsx'
import { SourcePanels } from '#app/features/reading/source-panels.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => entryMeta(data?.frame, 'Source')

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  return json(await foundOrNear(args, 'source', context.services.sourcePage(context.viewer, params.id ?? '')))
}

export default function Source() {
  const { frame, panels } = useLoaderData<typeof loader>()
  return (
    <EntryPage
      frame={frame}
      eyebrow={panels.status === 'draft' ? 'marked as a draft by its outlet' : null}
      cards={<SourceCard panels={panels} />}
    >
      <SourcePanels frame={frame} panels={panels} />
    </EntryPage>
  )
}
