import type { ArguedWording } from '#server/views/wall-argument.ts'
import type { ProjectorView } from '#server/views/workshop-live.ts'

/** More do not fit on a wall at a size that is read at the back. */
const mostShown = 5

/** For and against each wording, as counted reasons with the first of each side. No names, and no reactions. */
export function WallArgument({ view }: { view: ProjectorView }) {
  const { argument, room } = view
  const most = Math.max(1, ...argument.map((one) => Math.max(one.for, one.against)))
  const reasons = (one: ArguedWording) => one.for + one.against
  const shown = [...argument].sort((a, b) => reasons(b) - reasons(a) || a.n - b.n).slice(0, mostShown)
  return (
    <div className="wall-argument">
      <p className="wall-phase">{room.present?.title}</p>
      <h1>{argument.length === 0 ? 'No wordings yet' : 'The argument: reasons for and against'}</h1>
      <ol data-many={shown.length > 3}>
        {shown.map((one) => (
          <li key={one.n}>
            <p className="wall-argued">
              <strong>{one.n === 0 ? 'As it stands' : one.n}</strong> {one.text}
            </p>
            <Side one={one} side="for" most={most} />
            <Side one={one} side="against" most={most} />
          </li>
        ))}
      </ol>
      {argument.length > shown.length ? (
        <p className="wall-note">{argument.length - shown.length} more on your phone</p>
      ) : null}
    </div>
  )
}

function Side({ one, side, most }: { one: ArguedWording; side: 'for' | 'against'; most: number }) {
  const count = one[side]
  const first = side === 'for' ? one.firstFor : one.firstAgainst
  return (
    <div className="wall-side" data-side={side}>
      <p className="wall-side-count">
        {side === 'for' ? '+' : '−'} {count} {side}
      </p>
      <progress value={count} max={most} aria-hidden="true" />
      {first === null ? null : <p className="wall-reason">{first}</p>}
    </div>
  )
}
