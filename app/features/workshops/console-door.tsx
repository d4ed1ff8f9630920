import { Form } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import type { ConsolePage } from '#server/views/workshop-live.ts'

/** Who waits at the door, to be let in or turned away, one or all. */
export function ConsoleDoor({ waiting }: { waiting: ConsolePage['waiting'] }) {
  if (waiting.length === 0) return null
  return (
    <section className="card" aria-labelledby="door">
      <h2 id="door">At the door: {waiting.length}</h2>
      <ul className="list-plain console-people">
        {waiting.map(({ actorId, name, askedAt }) => (
          <li key={actorId}>
            <strong>{name}</strong>{' '}
            <span className="muted">
              since <Time at={askedAt} />
            </span>
            <Form method="post" className="actions" preventScrollReset>
              <input type="hidden" name="actorId" value={actorId} />
              <button className="button button-small" name="intent" value="let-in" type="submit">
                Let in<span className="visually-hidden"> {name}</span>
              </button>
              <button className="button button-small" name="intent" value="turn-away" type="submit">
                Turn away<span className="visually-hidden"> {name}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {waiting.length > 1 ? (
        <Form method="post" className="actions" preventScrollReset>
          <button className="button button-small" name="intent" value="let-in" type="submit">
            Let all in
          </button>
          <button className="button button-small" name="intent" value="turn-away" type="submit">
            Turn all away
          </button>
        </Form>
      ) : null}
      <p className="muted">They see nothing of the room yet. Who leaves the page for ten minutes waits no more.</p>
    </section>
  )
}
