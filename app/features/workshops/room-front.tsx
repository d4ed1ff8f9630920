import type { Answer } from '#app/features/threads/answer.ts'
import { RehearsalNote } from '#app/features/workshops/rehearsal-note.tsx'
import { RoomHead } from '#app/features/workshops/room-head.tsx'
import type { RoomPlace } from '#app/features/workshops/room-place.ts'
import { Hum } from '#app/features/workshops/talk.tsx'
import type { RoomPage } from '#server/views/room-page.ts'

/** What stands above every place in the room: what it does now, what the facilitator says, and the question it is asked. */
export function RoomFront({ room, place, answer }: { room: RoomPage; place: RoomPlace; answer: Answer | undefined }) {
  return (
    <>
      {room.rehearsal ? <RehearsalNote /> : null}
      <RoomHead room={room} place={place} />
      {room.broadcast ? (
        <p className="notice room-broadcast" role="status">
          <strong>From the facilitator:</strong> {room.broadcast}
        </p>
      ) : null}
      <Hum room={room} answer={answer} />
    </>
  )
}
