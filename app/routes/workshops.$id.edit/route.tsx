import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { AgendaForm } from '#app/features/workshops/agenda-form.tsx'
import { DetailsFields } from '#app/features/workshops/details-fields.tsx'
import { readAgenda } from '#app/features/workshops/read-agenda.ts'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Change a workshop · Folkmoot' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.workshopEdit(context.viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const workshopId = params.id ?? ''
  const form = await request.formData()
  const typed = textFields(form)
  const draftIds = form.getAll('draftIds').map(String)
  const { title = '', purpose = '', startsAt = '', zone = '', guests = '', capacity = '', tables, first = '' } = typed
  const work =
    typed.intent === 'agenda'
      ? services.editAgenda(viewer, { workshopId, first, phases: readAgenda(typed) })
      : services.editWorkshop(viewer, {
          ...{ workshopId, title, purpose, startsAt, zone, guests, capacity, tables, draftIds },
        })
  return attempted(work, typed, () => redirect(`/workshops/${workshopId}`, 303))
}

export default function EditWorkshopRoute() {
  const { room, first, startsAt, draftIds, drafts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const ofAgenda = answer?.typed.intent === 'agenda'
  const details = ofAgenda ? undefined : answer
  const { title, purpose, zone, guests, capacity, tables } = room
  const kept = { title, purpose, zone, guests, tables, capacity: String(capacity), startsAt }
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={`/workshops/${room.id}`}>{room.title}</a>
      </p>
      <h1>Change the workshop</h1>
      <FormRefusal refusal={answer?.refusal} />
      <h2>Agenda</h2>
      {room.state === 'live' ? <p>The room is in phase {room.phase}. What has begun stays as it was.</p> : null}
      <AgendaForm phases={room.phases} first={first} refusal={ofAgenda ? answer?.refusal : undefined} />
      <h2>What and when</h2>
      <Form method="post">
        <input type="hidden" name="intent" value="details" />
        <DetailsFields
          typed={details?.typed ?? kept}
          drafts={drafts}
          chosen={draftIds}
          refusal={details?.refusal}
          begun={room.state !== 'planned'}
        />
        <p className="actions">
          <button className="button button-primary" type="submit">
            Save
          </button>
        </p>
      </Form>
    </div>
  )
}
