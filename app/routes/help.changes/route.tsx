import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { HelpFrame } from '#app/features/help/help-frame.tsx'

export const meta: MetaFunction = () => [{ title: 'What changed · Folkmoot' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await context.services.whatChanged())
}

export default function WhatChanged() {
  const { parts } = useLoaderData<typeof loader>()
  return (
    <HelpFrame here="/help/changes" title="What changed">
      <p className="why">What people who use this site gained, by what they do.</p>
      {parts.map(({ title, blocks }) => (
        <details key={title} className="changed-part">
          <summary>
            <h2>{title}</h2>
          </summary>
          <Prose blocks={blocks} />
        </details>
      ))}
    </HelpFrame>
  )
}
