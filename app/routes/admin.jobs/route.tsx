import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { JobsView } from '#app/features/jobs/jobs-view.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Jobs · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await signInFirst(request, context.services.adminJobs(context.viewer))
  return json({ page, again: new URL(request.url).searchParams.has('again') })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { job = '' } = textFields(await request.formData())
  return attempted(context.services.retryJob(context.viewer, { jobId: job }), {}, () =>
    redirect('/admin/jobs?again=1', { status: 303 }),
  )
}

export default function JobsRoute() {
  const { page, again } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <JobsView page={page} again={again && !answer} refusal={answer?.refusal ?? undefined} />
}
