import { Form } from '@remix-run/react'
import { Timer } from '#app/features/workshops/timer.tsx'
import { useServerTime } from '#app/features/workshops/use-server-time.ts'
import { undoMs } from '#domain/workshops/undo.ts'
import type { ConsolePage } from '#server/views/workshop-live.ts'
import type { RoomView } from '#server/views/workshop-room.ts'

/** The phase, its clock, and what leads on. */
export function ConsoleControls({ page }: { page: ConsolePage }) {
  const { room, next, present } = page
  return (
    <section aria-labelledby="now" className="console-now">
      <p className="eyebrow">
        {room.state === 'planned' ? 'Not begun yet' : `Phase ${room.phase} of ${room.phases.length}`} · {present}{' '}
        present
      </p>
      <h2 id="now">{room.present?.title ?? room.title}</h2>
      {room.present ? <p>{room.present.instruction}</p> : null}
      {room.state === 'live' ? <Timer clock={room.clock} /> : null}
      {room.state === 'live' ? <ClockForms room={room} /> : null}
      <Form method="post" className="console-move" preventScrollReset>
        <input type="hidden" name="from" value={room.phase ?? ''} />
        {room.state === 'planned' ? (
          <button className="button button-primary" name="intent" value="start" type="submit">
            ▶ Start
          </button>
        ) : (
          <>
            <input type="hidden" name="intent" value="move" />
            <button className="button" name="move" value="back" type="submit" disabled={(room.phase ?? 1) <= 1}>
              ← Back
            </button>
            {next ? (
              <button className="button button-primary" name="move" value="next" type="submit">
                Next: {next.title} →
              </button>
            ) : null}
          </>
        )}
        {next ? (
          <p className="console-effects">
            {room.state === 'planned' ? 'Starting' : 'Going on'}{' '}
            {next.effects.length > 0 ? next.effects.join(', ') : 'changes nothing about who may write'}.
          </p>
        ) : null}
      </Form>
      {room.state === 'live' ? (
        <Form method="post" preventScrollReset>
          <button
            className={next ? 'button button-danger' : 'button button-primary'}
            name="intent"
            value="end"
            type="submit"
          >
            End the workshop
          </button>
        </Form>
      ) : null}
    </section>
  )
}

function ClockForms({ room }: { room: RoomView }) {
  const paused = room.clock.pausedLeft !== null
  const late = Math.round((room.late ?? 0) / 60_000)
  return (
    <>
      <div className="actions">
        <Form method="post" preventScrollReset>
          <button className="button" name="intent" value={paused ? 'resume' : 'pause'} type="submit">
            {paused ? '▶ Go on' : 'Pause'}
          </button>
        </Form>
        <Form method="post" className="console-minutes" preventScrollReset>
          <input type="hidden" name="intent" value="time" />
          {['-1', '+1', '+5'].map((minutes) => (
            <button key={minutes} className="button" name="minutes" value={minutes} type="submit">
              {minutes.replace('-', '−')}
              <span className="visually-hidden"> minutes</span>
            </button>
          ))}
        </Form>
        <Form method="post" preventScrollReset>
          <button className="button" name="intent" value={room.locked ? 'unlock' : 'lock'} type="submit">
            {room.locked ? 'Unlock writing' : 'Lock writing'}
          </button>
        </Form>
      </div>
      {late > 0 ? (
        <Form method="post" className="notice" preventScrollReset>
          <p>
            It will end {late} min late.{' '}
            <button className="button button-small" name="intent" value="spread" type="submit">
              Take it from the phases to come
            </button>
          </p>
        </Form>
      ) : (
        <p className="muted">{late < 0 ? `${-late} min ahead of the plan.` : 'On time.'}</p>
      )}
    </>
  )
}

const actWords: Record<string, string | undefined> = {
  'workshop.started': 'The workshop has begun.',
  'workshop.phase-changed': 'The phase has changed.',
  'workshop.paused': 'The clock is paused.',
  'workshop.resumed': 'The clock goes on.',
  'workshop.time-changed': 'The time has changed.',
  'workshop.overrun-spread': 'The phases to come are shorter now.',
  'workshop.locked': 'Writing is locked.',
  'workshop.unlocked': 'Writing is open again.',
  'workshop.plenum': 'The room is back in plenum.',
  'workshop.ended': 'The workshop has ended.',
}

/** For ten seconds after an act: what was done, and a way back. */
export function UndoBar({ room }: { room: RoomView }) {
  const now = useServerTime(room.clock.now)
  const left = room.undo ? Math.ceil((room.undo.at + undoMs - now) / 1000) : 0
  if (!room.undo || left <= 0) return null
  return (
    <Form method="post" className="undo-bar" preventScrollReset>
      <input type="hidden" name="intent" value="undo" />
      <input type="hidden" name="at" value={room.undo.at} />
      <span role="status">{actWords[room.undo.act] ?? 'Done.'}</span>
      <button className="button" type="submit">
        Undo ({left} s)
      </button>
    </Form>
  )
}
