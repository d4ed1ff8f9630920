import { Form } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { ConsoleDoor } from '#app/features/workshops/console-door.tsx'
import { ConsolePeople } from '#app/features/workshops/console-people.tsx'
import { HumState, Talk } from '#app/features/workshops/talk.tsx'
import type { ConsolePage } from '#server/views/workshop-live.ts'

const shows = [
  { id: 'follow', label: 'What the phase asks for' },
  { id: 'lobby', label: 'Code and QR' },
  { id: 'instruction', label: 'Instruction and time' },
  { id: 'candidates', label: 'Wordings' },
  { id: 'text', label: 'The text' },
  { id: 'tables', label: 'The tables' },
  { id: 'result', label: 'The ballot and its result' },
  { id: 'blank', label: 'Nothing' },
] as const

/** What everybody hears and sees. */
export function ConsoleRoom({ page, answer }: { page: ConsolePage; answer: Answer | undefined }) {
  const { room } = page
  const refusal = answer?.refusal
  return (
    <aside className="console-room">
      <ConsoleDoor waiting={page.waiting} />
      <ConsolePeople page={page} />
      <section className="card" aria-label="Speaking and hums">
        <Talk
          room={{ talk: page.talk, state: room.state, may: { queue: false }, me: { party: 'facilitator' } }}
          answer={answer}
        />
        <HumState hum={page.talk.hum} />
      </section>
      <Form method="post" className="card" preventScrollReset>
        <h2>Projector shows</h2>
        <input type="hidden" name="intent" value="projector" />
        <div className="console-shows">
          {shows.map(({ id, label }) => (
            <button
              key={id}
              className="button button-small"
              name="projector"
              value={id}
              type="submit"
              aria-pressed={room.projector === id}
            >
              {label}
            </button>
          ))}
        </div>
        <p>
          <a href={`/workshops/${room.id}/projector`} target="_blank" rel="noreferrer">
            Open the projector in a window of its own
          </a>
        </p>
      </Form>
      <Form method="post" className="card" preventScrollReset key={room.broadcast ?? ''}>
        <h2>Say to everybody</h2>
        <input type="hidden" name="intent" value="broadcast" />
        <Field name="broadcast" label="Message" hint="Empty takes it down." refusal={refusal}>
          {(control) => <input {...control} type="text" maxLength={400} defaultValue={room.broadcast ?? ''} />}
        </Field>
        <button className="button" type="submit">
          {room.broadcast ? 'Change it' : 'Send'}
        </button>
      </Form>
    </aside>
  )
}
