import { Timer } from '#app/features/workshops/timer.tsx'
import type { Shown } from '#app/features/workshops/wall.tsx'
import { Instruction, Lobby, shownOn, WallBallot, Wordings } from '#app/features/workshops/wall.tsx'
import { WallArgument } from '#app/features/workshops/wall-argument.tsx'
import { WallTables } from '#app/features/workshops/wall-tables.tsx'
import { WallText } from '#app/features/workshops/wall-text.tsx'
import type { ProjectorView } from '#server/views/workshop-live.ts'

/** Where the time stands large already, or there is none. */
const timeless: readonly Shown[] = ['lobby', 'blank', 'instruction', 'ballot', 'ended']

/** The whole wall of a room. It takes its sizes from the frame around it, so that it can also be shown small. */
export function WallScreen({ view, away }: { view: ProjectorView; away: boolean }) {
  const { room } = view
  const shown = shownOn(view)
  return (
    <div className="wall">
      {shown === 'lobby' ? <Lobby view={view} /> : null}
      {shown === 'instruction' ? <Instruction view={view} /> : null}
      {shown === 'candidates' ? <Wordings view={view} /> : null}
      {shown === 'argument' ? <WallArgument view={view} /> : null}
      {shown === 'text' ? <WallText view={view} /> : null}
      {shown === 'tables' ? <WallTables view={view} /> : null}
      {shown === 'ballot' ? <WallBallot view={view} /> : null}
      {shown === 'ended' ? (
        <div className="wall-instruction">
          <p className="wall-phase">{room.title}</p>
          <h1>Thank you. The text goes on in its draft.</h1>
        </div>
      ) : null}
      {shown === 'blank' ? <h1 className="visually-hidden">{room.title}</h1> : null}
      {room.broadcast ? <p className="wall-broadcast">{room.broadcast}</p> : null}
      {room.rehearsal ? <p className="wall-rehearsal">Rehearsal: simulated guests</p> : null}
      <div className="wall-foot">
        {timeless.includes(shown) || (shown === 'tables' && view.tables?.sitting) ? null : (
          <Timer clock={room.clock} className="wall-clock" />
        )}
        {shown === 'lobby' || shown === 'blank' ? null : <span>Join: {room.code}</span>}
        <span className={away ? 'wall-dot is-away' : 'wall-dot'} role="status">
          {away ? <span className="visually-hidden">Reconnecting</span> : null}
        </span>
      </div>
    </div>
  )
}
