import { roomKey } from '#app/features/workshops/task.tsx'
import { UnsentWords } from '#app/features/workshops/unsent-words.tsx'
import { candidateName } from '#domain/candidates/rules.ts'
import type { RoomPage } from '#server/views/room-page.ts'
import type { OwnSaid } from '#server/views/room-said.ts'

const sides: Partial<Record<OwnSaid['reasons'][number]['type'], string>> = { for: '+ For', against: '− Against' }

/** What the viewer said in this workshop: sent, and not sent yet. */
export function OwnWords({ said, room, actorId }: { said: OwnSaid; room: RoomPage; actorId: string }) {
  const { wordings, reasons } = said
  return (
    <section aria-labelledby="own-words">
      <h2 id="own-words">What you said</h2>
      {room.wordings ? <UnsentWords at={roomKey(actorId, room.wordings.threadId)} /> : null}
      {wordings.length + reasons.length === 0 ? <p>Nothing yet. What you send stands here.</p> : null}
      <ul className="list-plain room-said">
        {wordings.map(({ threadId, n, text, state, mergedInto, sealed }) => (
          <li key={`${threadId}/${n}`} className="card">
            <p className="muted ui">
              Your wording
              {sealed ? ', shown to nobody yet' : `, ${candidateName(n)}`}
              {state === 'withdrawn' ? ', taken back' : ''}
              {state === 'merged' && mergedInto !== null ? `, merged into ${candidateName(mergedInto)}` : ''}
            </p>
            <p className="room-words">{text}</p>
          </li>
        ))}
        {reasons.map(({ id, threadId, type, candidate, text }) => (
          <li key={id} className="card">
            <p className="muted ui">
              {sides[type] ?? 'You said'}
              {candidate === null ? '' : `, about ${candidateName(candidate)}`} ·{' '}
              <a href={`/threads/${threadId}#c-${id}`}>where it stands</a>
            </p>
            <p className="room-words">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
