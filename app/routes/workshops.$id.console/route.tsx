import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { HelpLink } from '#app/components/help-link.tsx'
import { useLive } from '#app/features/live/use-live.ts'
import { useAnswer } from '#app/features/threads/answer.ts'
import { consoleAct } from '#app/features/workshops/console-act.ts'
import { ConsoleAgenda } from '#app/features/workshops/console-agenda.tsx'
import { ConsoleControls, UndoBar } from '#app/features/workshops/console-controls.tsx'
import { ConsoleRoom } from '#app/features/workshops/console-room.tsx'
import { ConsoleSeen } from '#app/features/workshops/console-seen.tsx'
import { ConsoleTablesCard } from '#app/features/workshops/console-tables.tsx'
import { ConsoleWork } from '#app/features/workshops/console-work.tsx'
import { RehearsalNote } from '#app/features/workshops/rehearsal-note.tsx'
import { talkAct } from '#app/features/workshops/talk-act.ts'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { phaseAllows } from '#domain/workshops/phases.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Console · ${data.room.title} · Folkmoot` : 'Console · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.workshopConsole(context.viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const id = params.id ?? ''
  const act = consoleAct(context.services, context.viewer, id, typed)
  if (!act) throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
  return attempted(act, typed, () => redirect(`/workshops/${id}/console`, 303))
}

export default function ConsoleRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useAnswer()
  const refusal = answer?.refusal
  // What the room is asked shows its own refusals, and these forms show those of their fields.
  const talks = talkAct(answer?.typed.intent, answer?.typed ?? {}) !== null
  const inForm = refusal?.field !== undefined && ['ballot', 'close'].includes(answer?.typed.intent ?? '')
  const { room, threadId, draft, ballot } = page
  const mayAsk =
    room.present !== null && phaseAllows(room.present.kind, 'facilitator', 'hum') && page.talk.hum?.open !== true
  const topics = [`workshop/${room.id}`]
  if (threadId) topics.push(`thread/${threadId}`)
  if (draft) topics.push(`draft/${draft.id}`)
  if (ballot) topics.push(`ballot/${ballot.id}`)
  // A page listens to twenty topics at most; what happens at the other tables shows with the next change.
  for (const { draftId } of page.tables?.list.slice(0, 14) ?? []) topics.push(`draft/${draftId}`)
  useLive(topics)
  return (
    <div className="page console">
      <header className="console-head">
        <p className="eyebrow">
          <a href={`/workshops/${room.id}`}>{room.title}</a>
        </p>
        <div className="head-with-help">
          <h1>Console</h1>
          <HelpLink article="lead-a-workshop" about="leading a workshop" />
        </div>
        {page.leads ? null : <p className="muted">Somebody else has the lead; you can direct the room as well.</p>}
      </header>
      <FormRefusal refusal={talks || inForm || answer?.typed.intent === 'votes' ? undefined : refusal} />
      {room.state === 'ended' ? (
        <p className="notice">
          This workshop has ended. <a href={`/workshops/${room.id}`}>Its page has the minutes.</a>
        </p>
      ) : null}
      {room.rehearsal ? <RehearsalNote /> : null}
      <UndoBar room={room} />
      <div className="console-columns">
        {room.state === 'ended' ? null : <ConsoleControls page={page} />}
        <ConsoleAgenda room={room} />
        <div className="console-work">
          {room.state === 'ended' ? null : <ConsoleSeen page={page} />}
          {page.tables ? (
            <ConsoleTablesCard tables={page.tables} people={page.people} live={room.state === 'live'} mayAsk={mayAsk} />
          ) : null}
          <ConsoleWork page={page} answer={answer} />
        </div>
        {room.state === 'ended' ? null : <ConsoleRoom page={page} answer={answer} />}
      </div>
    </div>
  )
}
