import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '#app/components/prose.tsx'
import { HelpFrame } from '#app/features/help/help-frame.tsx'
import '#app/styles/help.css'

export const meta: MetaFunction = () => [{ title: 'What changed · Folkmoot' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await context.services.whatChanged())
}

export default function WhatChanged() {
  const { blocks } = useLoaderData<typeof loader>()
  return (
    <HelpFrame here="/help/changes" title="What changed">
      <p className="why">What people who use this site gained, newest first.</p>
      <div className="prose">
        <Prose blocks={blocks} />
      </div>
    </HelpFrame>
  )
}
