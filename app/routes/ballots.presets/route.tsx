import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminHead } from '#app/features/admin/admin-head.tsx'
import { PresetCard } from '#app/features/ballots/preset-card.tsx'
import { PresetForm } from '#app/features/ballots/preset-form.tsx'
import { readPreset, typedPreset } from '#app/features/ballots/read-preset.ts'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Ways of deciding · Folkmoot' }]

export async function loader({ request, context: { services, viewer } }: LoaderFunctionArgs) {
  const edit = new URL(request.url).searchParams.get('edit')
  const page = await services.presetsPage(viewer)
  const changed =
    edit === null || edit === 'new' ? null : await signInFirst(request, services.presetToChange(viewer, edit))
  const editing = page.mayChange && edit !== null
  return json({ page, editing, changed: changed && { row: changed, typed: typedPreset(changed) } })
}

export async function action({ request, context: { services, viewer } }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const { intent, id = '', revision = '', ballot } = typed
  if (intent === 'save-preset') {
    return attempted(services.savePreset(viewer, readPreset(typed)), typed, (saved) =>
      redirect(`/ballots/presets#${saved.id}`),
    )
  }
  const naming = { id, ballot, ...(revision === '' ? {} : { revision: Number(revision) }) }
  const archived = intent === 'archive-preset'
  return attempted(services.archivePreset(viewer, { ...naming, archived }), typed, () =>
    redirect(`/ballots/presets#${id}`),
  )
}

const about =
  'A ballot may begin with one of these: rule, quorum, periods and conditions that belong together. Whoever opens it may adjust them, and the ballot says so.'

export default function PresetsRoute() {
  const { page, editing, changed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const row = changed?.row ?? null
  return (
    <div className={page.mayChange ? 'page admin-narrow' : 'page page-narrow'}>
      {page.mayChange ? (
        <AdminHead here="/ballots/presets" title="Ways of deciding">
          {about}
        </AdminHead>
      ) : (
        <>
          <h1>Ways of deciding</h1>
          <p className="lede">{about}</p>
        </>
      )}
      {editing ? (
        <PresetForm
          key={row?.id ?? 'new'}
          preset={row && { ...row, archived: row.archivedAt !== null }}
          typed={answer?.typed ?? changed?.typed ?? {}}
          refusal={answer?.refusal}
        />
      ) : null}
      {page.presets.length === 0 ? (
        <p className="muted">None is offered now. Everything is chosen one by one.</p>
      ) : null}
      {page.presets.map((preset) => (
        <PresetCard key={preset.id} preset={preset} page={page} />
      ))}
      {page.mayChange && !editing ? (
        <p>
          <a className="button" href="/ballots/presets?edit=new#edit">
            Make another one
          </a>
        </p>
      ) : null}
    </div>
  )
}
