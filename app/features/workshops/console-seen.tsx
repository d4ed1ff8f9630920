import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { RoomFront } from '#app/features/workshops/room-front.tsx'
import { Task } from '#app/features/workshops/task.tsx'
import { useSeen } from '#app/features/workshops/use-seen.ts'
import { WallScreen } from '#app/features/workshops/wall-screen.tsx'
import type { ConsolePage } from '#server/views/workshop-live.ts'

const shows = [
  { id: 'follow', label: 'What the phase asks for' },
  { id: 'lobby', label: 'Code and QR' },
  { id: 'instruction', label: 'Instruction and time' },
  { id: 'candidates', label: 'Wordings' },
  { id: 'argument', label: 'For and against' },
  { id: 'text', label: 'The text' },
  { id: 'tables', label: 'The tables' },
  { id: 'result', label: 'The ballot and its result' },
  { id: 'blank', label: 'Nothing' },
] as const

/** What everybody sees now, small but true, and the buttons that send something else to the projector. */
export function ConsoleSeen({ page }: { page: ConsolePage }) {
  const { room } = page
  const seen = useSeen(room.id, page)
  return (
    <section aria-labelledby="seen" className="console-seen">
      <h2 id="seen">Seen now</h2>
      <div className="seen-row">
        <Small words="Phones" kind="phone">
          {seen ? (
            <div className="page page-narrow room">
              <RoomFront room={seen.phone} place={follows} answer={undefined} />
              <Task room={seen.phone} actorId="seen" sent={null} answer={undefined} />
            </div>
          ) : null}
        </Small>
        <div className="seen-wall">
          <Small words="Projector" kind="wall">
            {seen ? (
              <div className="wall-frame">
                <WallScreen view={seen.wall} away={false} />
              </div>
            ) : null}
          </Small>
          <Form method="post" preventScrollReset className="console-shows" aria-label="Send to the projector">
            <input type="hidden" name="intent" value="projector" />
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
          </Form>
          <p>
            <a href={`/workshops/${room.id}/projector`} target="_blank" rel="noreferrer">
              Open the projector in a window of its own
            </a>
          </p>
        </div>
      </div>
    </section>
  )
}

const follows = { tab: 'task', since: null, draft: null } as const

/** As an attribute: this version of React knows no such property. */
const inert = { inert: '' }

/** A page that is looked at and not used. Read aloud it says nothing: the console says the same in its own words. */
function Small({ words, kind, children }: { words: string; kind: 'phone' | 'wall'; children: ReactNode }) {
  return (
    <figure className={`seen seen-${kind}`}>
      <figcaption>{words}</figcaption>
      <div className="seen-frame" aria-hidden="true">
        <div className="seen-page" {...inert}>
          {children}
        </div>
      </div>
    </figure>
  )
}
