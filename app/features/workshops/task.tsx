import type { Answer } from '#app/features/threads/answer.ts'
import type { SentPost } from '#app/features/threads/kept-text.ts'
import { keptKey } from '#app/features/threads/kept-text.ts'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { UnsentWords } from '#app/features/workshops/unsent-words.tsx'
import { OwnWordings, ProposeInRoom } from '#app/features/workshops/wording-forms.tsx'
import { WordingList } from '#app/features/workshops/wording-list.tsx'
import type { PhaseKind } from '#domain/workshops/words.ts'
import type { RoomPage } from '#server/views/room-page.ts'

interface TaskProps {
  room: RoomPage
  actorId: string
  sent: SentPost | null
  answer: Answer | undefined
}

/** Where unsent words of one person are kept. */
export function roomKey(actorId: string, threadId: string): string {
  return keptKey(actorId, threadId, 'room')
}

/** Phases in which there is a box to propose a wording in. */
const takesWordings: readonly PhaseKind[] = ['statements', 'argue', 'agree', 'co-write']

/** The one thing to do in the present phase. */
export function Task(props: TaskProps) {
  const { room } = props
  const { phase, wordings, drafts } = room
  if (!phase) return <Outside room={room} />
  const takes = wordings?.mayPropose === true && takesWordings.includes(phase.kind)
  return (
    <>
      <CatchUp room={room} />
      <AtTable room={room} />
      {takes || wordings === null ? null : <UnsentWords at={roomKey(props.actorId, wordings.threadId)} />}
      {phase.material === '' ? null : (
        <div className="card room-material">
          <PlainText text={phase.material} />
        </div>
      )}
      {phase.kind === 'gather' ? <p className="room-big">{room.present} here</p> : null}
      {phase.kind === 'read' ? <Read room={room} /> : null}
      {phase.kind === 'statements' ? <Write {...props} silent /> : null}
      {phase.kind === 'argue' || phase.kind === 'agree' || phase.kind === 'last-call' ? <Judge {...props} /> : null}
      {phase.kind === 'co-write' ? <CoWrite {...props} /> : null}
      {phase.kind === 'reveal' && room.ballot === null ? <p>There was no ballot.</p> : null}
      {phase.kind === 'wrap-up' ? <Thanks room={room} /> : null}
      {phase.kind !== 'gather' && wordings === null && drafts.length === 0 ? (
        <p className="muted">This workshop works on no draft.</p>
      ) : null}
    </>
  )
}

/** Where one sits while the room is at its tables. */
function AtTable({ room: { table } }: { room: RoomPage }) {
  if (!table) return null
  const others = table.people - 1
  return (
    <p className="notice room-table" role="status">
      <strong>You are at table {table.n}</strong> of {table.of},{' '}
      {others === 0 ? 'alone so far' : others === 1 ? 'with one other' : `with ${others} others`}. What you propose and
      write here is your table’s own version.
    </p>
  )
}

/** For who came when phases were over already. */
function CatchUp({ room }: { room: RoomPage }) {
  if (room.before.length === 0) return null
  return (
    <details className="unfold" open={room.late}>
      <summary>What was before</summary>
      <ol className="room-before">
        {room.before.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  )
}

function Outside({ room }: { room: RoomPage }) {
  if (room.state === 'ended') return <Thanks room={room} />
  return <p className="room-big">{room.present} here</p>
}

function DraftLinks({ room, words }: { room: RoomPage; words: string }) {
  return (
    <ul className="list-plain room-drafts">
      {room.drafts.map(({ id, title }) => (
        <li key={id}>
          <a className="button" href={`/drafts/${id}`}>
            {words} “{title}”{id === room.table?.draftId ? `, table ${room.table.n}’s version` : ''}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Read({ room }: { room: RoomPage }) {
  const stands = room.wordings?.list[0]
  return (
    <section aria-labelledby="read">
      <h2 id="read">{room.wordings?.placeLabel ?? 'To read'}</h2>
      {stands ? <p className="room-words">{stands.text || 'Nothing stands there yet.'}</p> : null}
      <DraftLinks room={room} words="Read all of" />
    </section>
  )
}

function Write({ room, actorId, sent, answer, silent }: TaskProps & { silent: boolean }) {
  const { wordings } = room
  if (wordings === null) return <p>No thread takes wordings here.</p>
  return (
    <>
      {wordings.mayPropose ? (
        <ProposeInRoom
          key={sent?.key === roomKey(actorId, wordings.threadId) ? sent.id : 'first'}
          wordings={wordings}
          keep={roomKey(actorId, wordings.threadId)}
          silent={silent}
          sent={sent}
          answer={answer}
        />
      ) : (
        <p>No wordings can be proposed now.</p>
      )}
      <OwnWordings wordings={wordings} room={room} answer={answer} />
    </>
  )
}

function Judge(props: TaskProps) {
  const { room, answer } = props
  const { wordings } = room
  if (wordings === null) return <p>No thread is being worked on now.</p>
  return (
    <section aria-labelledby="judge">
      <h2 id="judge">Which of these could you live with?</h2>
      <WordingList
        wordings={wordings}
        spotlight={room.spotlight?.candidate ?? null}
        actorId={props.actorId}
        sent={props.sent}
        answer={answer}
      />
      {room.phase?.kind === 'last-call' && room.may.object ? (
        <p>
          Something must not go in as it is?{' '}
          <a href={`/drafts/${wordings.draftId}/threads#objections`}>Raise an objection</a>.
        </p>
      ) : null}
      {wordings.mayPropose && room.phase?.kind !== 'last-call' ? (
        <details className="unfold" open={answer?.typed.intent === 'room-propose'}>
          <summary>Propose another wording</summary>
          <Write {...props} silent={false} />
        </details>
      ) : null}
    </section>
  )
}

function CoWrite(props: TaskProps) {
  const { room } = props
  const stands = room.wordings?.list[0]
  return (
    <>
      {stands ? (
        <section aria-labelledby="text">
          <h2 id="text">{room.wordings?.placeLabel}, as it stands</h2>
          <p className="room-words">{stands.text || 'Nothing stands there yet.'}</p>
        </section>
      ) : null}
      <DraftLinks room={room} words={room.may.write ? 'Write in' : 'Read along in'} />
      {room.may.write ? (
        <p className="ui muted">Writing is easier on a laptop. On a phone, propose a wording:</p>
      ) : null}
      <Write {...props} silent={false} />
    </>
  )
}

function Thanks({ room }: { room: RoomPage }) {
  return (
    <section aria-labelledby="thanks">
      <h2 id="thanks">Thank you</h2>
      <p>What was agreed stands in the draft; what is open goes on in its threads.</p>
      {room.me.guest ? null : <DraftLinks room={room} words="Go on with" />}
      {room.me.guest ? (
        <p>
          To go on with it, <a href={`/sign-up?next=${encodeURIComponent(`/w/${room.code}`)}`}>make an account</a>.
        </p>
      ) : null}
    </section>
  )
}
