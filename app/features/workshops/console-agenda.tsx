import { Form } from '@remix-run/react'
import type { RoomView } from '#server/views/workshop-room.ts'

const clock = (at: number, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at)

/** The agenda as it was planned and as it goes, each phase a button that goes there. */
export function ConsoleAgenda({ room }: { room: RoomView }) {
  return (
    <nav aria-label="Agenda" className="console-agenda">
      <h2>Agenda</h2>
      <ol>
        {room.phases.map(({ position, title, minutes, minutesNow, startedAt, endedAt }) => {
          const here = position === room.phase
          return (
            <li key={position} aria-current={here ? 'step' : undefined}>
              <span>
                <strong>{title}</strong>
                <span className="muted">
                  {minutes} min{minutesNow === minutes ? '' : `, now ${minutesNow}`}
                  {startedAt === null
                    ? ''
                    : ` · ${clock(startedAt, room.zone)}${endedAt === null ? '' : `–${clock(endedAt, room.zone)}`}`}
                </span>
              </span>
              {here || room.state !== 'live' ? null : (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="intent" value="go" />
                  <input type="hidden" name="to" value={position} />
                  <input type="hidden" name="from" value={room.phase ?? ''} />
                  <button className="button button-small" type="submit">
                    Go<span className="visually-hidden"> to {title}</span>
                  </button>
                </Form>
              )}
            </li>
          )
        })}
      </ol>
      <p className="muted">Times in {room.zone}.</p>
    </nav>
  )
}
