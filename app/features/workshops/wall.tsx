import { AdvisoryAnswers } from '#app/features/workshops/advisory.tsx'
import { Qr } from '#app/features/workshops/qr.tsx'
import { Timer } from '#app/features/workshops/timer.tsx'
import type { ProjectorView } from '#server/views/workshop-live.ts'

export type Shown =
  | 'lobby'
  | 'instruction'
  | 'candidates'
  | 'argument'
  | 'text'
  | 'tables'
  | 'ballot'
  | 'ended'
  | 'blank'

/** More wordings do not fit on a wall at a size that is read at the back. */
const mostListed = 12

/** What the wall shows: what the facilitator chose, else what the phase is about. */
export function shownOn(view: ProjectorView): Shown {
  const { room } = view
  if (room.projector === 'result') return 'ballot'
  if (room.projector !== 'follow') return room.projector
  if (room.state === 'ended') return 'ended'
  if (room.spotlight) return 'candidates'
  const kind = room.present?.kind
  if (room.state === 'planned' || kind === undefined || kind === 'gather') return 'lobby'
  if (kind === 'ballot' || kind === 'reveal') return 'ballot'
  if (view.tables?.sitting) return 'tables'
  if (kind === 'agree') return 'candidates'
  if (kind === 'argue' && view.argument.some((one) => one.for + one.against > 0)) return 'argument'
  if (kind === 'co-write' || kind === 'last-call') return 'text'
  if (kind === 'read' && view.text !== null && view.text.length > 0) return 'text'
  return 'instruction'
}

export function Lobby({ view }: { view: ProjectorView }) {
  const { room, join, present } = view
  return (
    <div className="wall-lobby">
      <div>
        <h1>{room.title}</h1>
        <p className="wall-code">{room.code}</p>
        {join ? <p className="wall-url">{join.url.replace(/^https?:\/\//, '')}</p> : null}
        <p className="wall-count">{present} joined</p>
      </div>
      {join ? <Qr qr={join.qr} label={`QR code of ${join.url}`} /> : null}
    </div>
  )
}

export function Instruction({ view }: { view: ProjectorView }) {
  const { room } = view
  return (
    <div className="wall-instruction">
      <p className="wall-phase">{room.present?.title}</p>
      <h1>{room.present?.instruction || room.title}</h1>
      <Timer clock={room.clock} className="wall-timer" />
      {view.sent === null ? null : (
        <p className="wall-count">
          {view.sent} of {view.present} sent
        </p>
      )}
      {room.locked ? <p className="wall-note">Writing is locked.</p> : null}
    </div>
  )
}

export function Wordings({ view }: { view: ProjectorView }) {
  const { room, wordings } = view
  const lit = wordings.find(({ shown }) => shown)
  if (lit) {
    return (
      <div className="wall-spotlight">
        <h1 className="visually-hidden">Candidate {lit.n}</h1>
        <p className="wall-phase" aria-hidden="true">
          Candidate {lit.n}
        </p>
        <p className="wall-words">{lit.text}</p>
      </div>
    )
  }
  return (
    <div className="wall-list">
      <p className="wall-phase">{room.present?.title}</p>
      <h1>{wordings.length === 0 ? 'No wordings yet' : 'The wordings'}</h1>
      <ol data-many={wordings.length > 4}>
        {wordings.slice(0, mostListed).map(({ n, text }) => (
          <li key={n}>
            <strong>{n}</strong> {text}
          </li>
        ))}
      </ol>
      {wordings.length > mostListed ? (
        <p className="wall-note">{wordings.length - mostListed} more on your phone</p>
      ) : null}
    </div>
  )
}

export function WallBallot({ view }: { view: ProjectorView }) {
  const { ballot } = view
  if (!ballot) return <Instruction view={view} />
  return (
    <div className="wall-instruction">
      <p className="wall-phase">{ballot.question}</p>
      {ballot.result ? (
        <>
          <h1 className="wall-result">{ballot.result.label}</h1>
          <p className="wall-note">{ballot.result.sentence}</p>
          {ballot.result.papers.length > 0 ? (
            <ul className="wall-votes">
              {ballot.result.papers.map(({ choice, words, papers }) => (
                <li key={choice} data-choice={choice}>
                  <span>{words}</span> <strong>{papers}</strong>
                  <progress
                    className="wall-bar"
                    value={papers}
                    max={Math.max(1, ballot.electorate)}
                    aria-hidden="true"
                  />
                </li>
              ))}
            </ul>
          ) : null}
          <AdvisoryAnswers advisory={ballot.result.advisory} className="wall-advisory" />
        </>
      ) : (
        <Turnout ballot={ballot} now={view.room.clock.now} />
      )}
    </div>
  )
}

/** How many have voted, and nothing of how, until it is revealed. */
function Turnout({ ballot, now }: { ballot: NonNullable<ProjectorView['ballot']>; now: number }) {
  return (
    <>
      <h1 className="wall-result">
        {ballot.turnout} of {ballot.electorate} voted
      </h1>
      <progress className="wall-bar" value={ballot.turnout} max={ballot.electorate} aria-label="Turnout" />
      {ballot.state === 'open' ? (
        <Timer clock={{ phaseEndsAt: ballot.closesAt, pausedLeft: null, now }} className="wall-timer" />
      ) : (
        <p className="wall-note">
          {ballot.state === 'closed' ? 'The ballot has closed. The result is revealed in a moment.' : 'Counting…'}
        </p>
      )}
    </>
  )
}
