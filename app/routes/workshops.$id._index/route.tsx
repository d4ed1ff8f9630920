import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CopyButton } from '#app/components/copy-button.tsx'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time, ZonedTime } from '#app/components/time.tsx'
import { useZone } from '#app/components/use-zone.ts'
import { useLive } from '#app/features/live/use-live.ts'
import { AgendaTable } from '#app/features/workshops/agenda-table.tsx'
import { MinutesView } from '#app/features/workshops/minutes-view.tsx'
import { Qr } from '#app/features/workshops/qr.tsx'
import { RehearsalNote } from '#app/features/workshops/rehearsal-note.tsx'
import { stateWords } from '#app/features/workshops/state-words.ts'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.room.title} · Workshop · Folkmoot` : 'Workshop · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { origin } = new URL(request.url)
  return json(await signInFirst(request, context.services.workshopPage(context.viewer, params.id ?? '', origin)))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const workshopId = params.id ?? ''
  if (typed.intent === 'rehearse') {
    const made = services.rehearseWorkshop(viewer, { workshopId })
    return attempted(made, typed, ({ id }) => redirect(`/workshops/${id}/console`, 303))
  }
  const acts: Record<string, () => Promise<void>> = {
    'take-lead': () => services.takeLead(viewer, { workshopId }),
    'hand-lead': () => services.handLead(viewer, { workshopId, email: typed.email ?? '' }),
    end: () => services.endWorkshop(viewer, { workshopId }),
  }
  const intent = typed.intent ?? ''
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined
  if (!act) throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
  return attempted(act(), typed, () => redirect(`/workshops/${workshopId}`, 303))
}

const guestWords = {
  welcome: '. A name is enough; no account is needed.',
  approve: '. A name is enough; without an account, a facilitator lets you in.',
  refused: '. You need an account.',
} as const

export default function WorkshopRoute() {
  const page = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const { room, join, minutes, mayLead } = page
  const zone = useZone()
  useLive([`workshop/${room.id}`])
  return (
    <div className="page">
      <div className="page-head">
        <p className="eyebrow">
          <a href="/workshops">Workshops</a> · {stateWords[room.state]}
        </p>
        <h1>{room.title}</h1>
        <p className="as-written">{room.purpose}</p>
        <p>
          <ZonedTime at={room.startsAt} zone={room.zone} />
          {zone === null || zone === room.zone ? null : (
            <>
              {' '}
              · for you <Time at={room.startsAt} />
            </>
          )}{' '}
          · led by {page.lead}
        </p>
      </div>
      {refusal?.field ? null : <FormRefusal refusal={refusal} />}
      {room.rehearsal ? <RehearsalNote ended={room.state === 'ended'} /> : null}
      {mayLead && room.state !== 'ended' ? (
        <p className="actions no-print">
          <a className="button button-primary" href={`/workshops/${room.id}/console`}>
            {room.state === 'live' ? 'Console' : 'Console, to start it'}
          </a>
          <a className="button" href={`/workshops/${room.id}/projector`}>
            Projector
          </a>
          <a className="button" href={`/workshops/${room.id}/edit`}>
            Change it
          </a>
        </p>
      ) : null}
      {mayLead && room.state === 'planned' && !room.rehearsal ? (
        <Form method="post" className="no-print rehearse">
          <button className="button" name="intent" value="rehearse" type="submit">
            Rehearse
          </button>
          <span className="ui muted">
            The same agenda with ten simulated guests, over copies that are thrown away afterwards.
          </span>
        </Form>
      ) : null}
      <div className="page-with-side">
        <div>
          {join ? (
            <section className="join-sheet" aria-labelledby="join">
              <h2 id="join">Join</h2>
              <Qr qr={join.qr} label={`QR code of ${join.url}`} />
              <p className="join-code">{room.code}</p>
              <p>
                Scan it, or open <a href={join.url}>{join.url}</a>
                {guestWords[room.guests]}
              </p>
              <p className="actions no-print">
                <CopyButton text={join.url} what="the link" />
                <span className="ui muted">Print this page for a sheet with the code.</span>
              </p>
            </section>
          ) : null}
          {minutes ? <MinutesView minutes={minutes} zone={room.zone} id={room.id} rehearsal={room.rehearsal} /> : null}
          <AgendaTable room={room} />
        </div>
        <aside className="side no-print">
          <div className="card">
            <h2>Works on</h2>
            <ul className="list-plain">
              {page.drafts.map(({ id, title }) => (
                <li key={id}>
                  {title ? (
                    <a href={`/drafts/${id}`}>{title}</a>
                  ) : room.rehearsal ? (
                    'A copy that was thrown away'
                  ) : (
                    'A draft that is not open to you'
                  )}
                </li>
              ))}
            </ul>
            <p>
              Room for {room.capacity}
              {room.state === 'live' ? `; ${page.present} present now` : ''}.
            </p>
            <p>Facilitators: {page.facilitators.join(', ')}</p>
          </div>
          {page.mayTakeOver || (mayLead && room.state !== 'ended') ? (
            <LeadCard mayTakeOver={page.mayTakeOver} mayHand={mayLead} refusal={refusal} />
          ) : null}
          {mayLead && room.state === 'planned' ? (
            <Form method="post" className="card">
              <p>It will not take place?</p>
              <button className="button button-danger" name="intent" value="end" type="submit">
                Call it off
              </button>
            </Form>
          ) : null}
        </aside>
      </div>
    </div>
  )
}

function LeadCard({
  mayTakeOver,
  mayHand,
  refusal,
}: {
  mayTakeOver: boolean
  mayHand: boolean
  refusal: Parameters<typeof Field>[0]['refusal']
}) {
  return (
    <div className="card">
      <h2>Who leads</h2>
      {mayTakeOver ? (
        <Form method="post">
          <button className="button" name="intent" value="take-lead" type="submit">
            Take the lead
          </button>
        </Form>
      ) : null}
      {mayHand ? (
        <Form method="post">
          <input type="hidden" name="intent" value="hand-lead" />
          <Field name="email" label="Hand it to" hint="The e-mail of a member." refusal={refusal}>
            {(control) => <input {...control} type="email" required />}
          </Field>
          <button className="button" type="submit">
            Hand over
          </button>
        </Form>
      ) : null}
    </div>
  )
}
