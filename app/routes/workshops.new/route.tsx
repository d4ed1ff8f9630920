import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { DetailsFields } from '#app/features/workshops/details-fields.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { templates } from '#domain/workshops/templates.ts'

export const meta: MetaFunction = () => [{ title: 'New workshop · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.newWorkshopPage(context.viewer)))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = textFields(form)
  const draftIds = form.getAll('draftIds').map(String)
  const { title = '', purpose = '', startsAt = '', zone = '', guests = '', capacity = '' } = typed
  const { tables, template = '', hearing = '' } = typed
  const input = { title, purpose, startsAt, zone, guests, capacity, tables, template, hearing, draftIds }
  const kept = { ...typed, draftIds: draftIds.join(' ') }
  const work = context.services.createWorkshop(context.viewer, input)
  return attempted(work, kept, ({ id }) => redirect(`/workshops/${id}`, 303))
}

export default function NewWorkshopRoute() {
  const { drafts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const { refusal, typed = {} as Record<string, string> } = answer ?? {}
  const chosen = (typed.draftIds ?? search.get('draft') ?? '').split(' ')
  return (
    <div className="page page-narrow">
      <h1>New workshop</h1>
      <p className="why">The agenda can be changed afterwards, also while the workshop is on.</p>
      <FormRefusal refusal={refusal} />
      <Form method="post">
        <DetailsFields typed={typed} drafts={drafts} chosen={chosen} refusal={refusal} />
        <Field name="template" label="Agenda to begin with" refusal={refusal}>
          {(control) => (
            <select {...control} defaultValue={typed.template ?? '60'}>
              {templates.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          name="hearing"
          label="What the room argues about"
          hint="A hearing on it is opened in the first draft, unless there is one."
          refusal={refusal}
        >
          {(control) => (
            <select {...control} defaultValue={typed.hearing ?? 'falsification'}>
              <option value="falsification">What would prove it wrong (falsification signal)</option>
              <option value="threshold">Past which point it defeats itself (threshold)</option>
              <option value="">No hearing</option>
            </select>
          )}
        </Field>
        <p className="actions">
          <button className="button button-primary" type="submit">
            Plan the workshop
          </button>
        </p>
      </Form>
    </div>
  )
}
