import { writerNames } from '#domain/workshops/words.ts'
import type { RoomView } from '#server/views/workshop-room.ts'

/** The agenda with who may write; marks where the room is. */
export function AgendaTable({ room }: { room: RoomView }) {
  const total = room.phases.reduce((sum, { minutes }) => sum + minutes, 0)
  return (
    <div className="table-scroll">
      <table className="agenda">
        <caption>Agenda, {total} minutes</caption>
        <thead>
          <tr>
            <th scope="col">Phase</th>
            <th scope="col">Minutes</th>
            <th scope="col">Writes into the drafts</th>
          </tr>
        </thead>
        <tbody>
          {room.phases.map(({ position, title, minutes, minutesNow, writers, instruction }) => (
            <tr key={position} aria-current={room.state === 'live' && position === room.phase ? 'step' : undefined}>
              <th scope="row">
                {position}. {title}
                <span className="muted agenda-instruction">{instruction}</span>
              </th>
              <td className="number">
                {minutes === 0 ? 'no limit' : minutes}
                {minutesNow === minutes ? null : <span className="muted"> (now {minutesNow})</span>}
              </td>
              <td>{writerNames[writers]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
