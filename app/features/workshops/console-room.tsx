import { Form } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { ConsoleDoor } from '#app/features/workshops/console-door.tsx'
import { ConsolePeople } from '#app/features/workshops/console-people.tsx'
import { HumState, Talk } from '#app/features/workshops/talk.tsx'
import type { ConsolePage } from '#server/views/workshop-live.ts'

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
