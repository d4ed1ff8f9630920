import { Link } from '@remix-run/react'
import { ZonedTime } from '#app/components/time.tsx'
import type { RoomPlace, RoomTab } from '#app/features/workshops/room-place.ts'
import { hasMovedOn, placeAddress } from '#app/features/workshops/room-place.ts'
import { Timer } from '#app/features/workshops/timer.tsx'
import type { RoomPage } from '#server/views/room-page.ts'

export const tabNames: Record<RoomTab, string> = {
  task: 'Task',
  discuss: 'Discuss',
  text: 'Text',
  vote: 'Vote',
  me: 'Me',
}

/** What the room is doing, in a word or two. */
export function roomNow({ phase, state }: Pick<RoomPage, 'phase' | 'state'>): string {
  return phase?.title ?? (state === 'ended' ? 'This workshop is over' : 'Before the start')
}

/** What is being done now; for somebody who looks around, where they are, and in one line what the room does. */
export function RoomHead({ room, place }: { room: RoomPage; place: RoomPlace }) {
  const { phase } = room
  const follows = place.tab === 'task'
  const title = phase?.title ?? (room.state === 'ended' ? 'This workshop is over' : 'You are in')
  return (
    <header className="room-head">
      <p className="eyebrow">
        {room.title}
        {phase ? ` · ${phase.position} of ${room.phases}` : ''}
      </p>
      <div className="room-now">
        <h1>{follows ? title : tabNames[place.tab]}</h1>
        {room.state === 'live' ? <RoomTime clock={room.clock} zone={room.zone} /> : null}
      </div>
      {follows ? null : (
        <p className="room-elsewhere">
          You look around by yourself. The room: <strong>{roomNow(room)}</strong>.
        </p>
      )}
      {follows && phase && phase.instruction !== '' ? <p className="room-instruction">{phase.instruction}</p> : null}
      {follows && room.state === 'planned' ? (
        <p>
          It begins <ZonedTime at={room.startsAt} zone={room.zone} />, when {room.lead} starts it. This page turns by
          itself.
        </p>
      ) : null}
    </header>
  )
}

/** Where there is no script the time stands still, so it says when it ends. */
function RoomTime({ clock, zone }: Pick<RoomPage, 'clock' | 'zone'>) {
  if (clock.phaseEndsAt === null && clock.pausedLeft === null) return null
  return (
    <div>
      <Timer clock={clock} className="room-time" />
      {clock.phaseEndsAt === null ? null : (
        <noscript>
          Until <ZonedTime at={clock.phaseEndsAt} zone={zone} />
        </noscript>
      )}
    </div>
  )
}

/** Says that the room has gone on, to who looks around; they stay where they are until they go back. */
export function RoomMoved({ room, place }: { room: RoomPage; place: RoomPlace }) {
  const moved = hasMovedOn(place, room)
  return (
    <div className="room-moved" role="status" data-moved={moved}>
      {moved ? (
        <>
          <span>
            The room has gone on: <strong>{roomNow(room)}</strong>
          </span>
          <Link
            className="button button-primary"
            to={placeAddress(room.code, { tab: 'task', since: null, draft: null })}
          >
            Back to the room
          </Link>
        </>
      ) : null}
    </div>
  )
}
