import { Form, Link } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { BallotAnswer } from '#app/features/ballots/vote-panel.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { DraftText } from '#app/features/workshops/draft-text.tsx'
import { OwnWords } from '#app/features/workshops/own-words.tsx'
import { RoomFront } from '#app/features/workshops/room-front.tsx'
import { RoomMoved, tabNames } from '#app/features/workshops/room-head.tsx'
import type { RoomPlace, RoomTab } from '#app/features/workshops/room-place.ts'
import { placeAddress, roomTabs, whereRoomIs } from '#app/features/workshops/room-place.ts'
import { RoomVote } from '#app/features/workshops/room-vote.tsx'
import { Talk } from '#app/features/workshops/talk.tsx'
import { Task } from '#app/features/workshops/task.tsx'
import { useRoom } from '#app/features/workshops/use-room.ts'
import { WordingList } from '#app/features/workshops/wording-list.tsx'
import type { RoomPage } from '#server/views/room-page.ts'
import type { OwnSaid } from '#server/views/room-said.ts'
import type { RoomText } from '#server/views/room-text.ts'

interface RoomProps {
  room: RoomPage
  place: RoomPlace
  /** The draft that is read, for the tab of the text. */
  text: RoomText | null
  /** What the viewer said, for their own tab. */
  said: OwnSaid | null
  actorId: string
  sent: { id: string; key: string } | null
  answer: Answer | undefined
  voted: BallotAnswer | undefined
  putAside: () => void
}

/** Whether the ballot is on the page: at its tab, in its phases, and as long as a vote is on its way in it. */
function showsVote({ ballot, phase }: RoomPage, tab: RoomTab, voted: BallotAnswer | undefined): boolean {
  if (tab === 'vote') return true
  if (tab !== 'task') return false
  return phase?.kind === 'ballot' || (ballot !== null && (voted !== undefined || phase?.kind === 'reveal'))
}

/**
 * The page of a participant: what the room does now and one task for who follows it, and places to look around, from
 * which nobody is taken away.
 */
export function Room({ room, place, text, said, actorId, sent, answer, voted, putAside }: RoomProps) {
  const { tab } = place
  const topics = text?.draft ? [...room.topics, `draft/${text.draft.id}`] : room.topics
  useRoom(topics, room.phase?.kind === 'gather' || room.phase?.kind === 'co-write' || room.state !== 'live')
  const since = tab === 'task' ? whereRoomIs(room) : place.since
  // A ballot has its place only once there is one.
  const tabs = roomTabs.filter((one) => one !== 'vote' || one === tab || room.ballot !== null)
  return (
    <div className="page page-narrow room">
      <RoomFront room={room} place={place} answer={answer} />
      {tab === 'task' ? <Task room={room} actorId={actorId} sent={sent} answer={answer} /> : null}
      {tab === 'discuss' ? <Discuss room={room} actorId={actorId} sent={sent} answer={answer} /> : null}
      {tab === 'discuss' ? <Talk room={room} answer={answer} /> : null}
      {tab === 'text' ? <DraftText room={room} text={text} place={place} /> : null}
      {/* In one place for both tabs and every phase: what is typed into a paper, and a receipt, stay. */}
      {showsVote(room, tab, voted) ? (
        <RoomVote key={room.ballot?.id} {...{ room, tab, voted, putAside, answer }} />
      ) : null}
      {tab === 'me' ? <Me room={room} said={said} actorId={actorId} answer={answer} /> : null}
      <div className="room-bar">
        <RoomMoved room={room} place={place} />
        <nav className="room-tabs" aria-label="In this workshop">
          {tabs.map((one) => (
            <Link
              key={one}
              to={placeAddress(room.code, { tab: one, since, draft: null })}
              aria-current={one === tab ? 'page' : undefined}
              preventScrollReset={false}
            >
              {tabNames[one]}
            </Link>
          ))}
        </nav>
      </div>
    </div>
  )
}

function Discuss({ room, actorId, sent, answer }: Pick<RoomProps, 'room' | 'actorId' | 'sent' | 'answer'>) {
  const { wordings } = room
  return (
    <section aria-labelledby="discuss">
      <h2 id="discuss">The argument</h2>
      {wordings === null ? (
        <p>No thread is being worked on now.</p>
      ) : room.phase?.kind === 'statements' ? (
        <p>It is silent now: what others propose is shown when this phase is over.</p>
      ) : (
        <>
          <p>
            <a href={`/threads/${wordings.threadId}`}>All that was said in “{wordings.title}”</a>
          </p>
          <WordingList
            wordings={wordings}
            spotlight={room.spotlight?.candidate ?? null}
            actorId={actorId}
            sent={sent}
            answer={answer}
          />
        </>
      )}
    </section>
  )
}

function Me({ room, said, actorId, answer }: Pick<RoomProps, 'room' | 'said' | 'actorId' | 'answer'>) {
  const { me } = room
  const own = answerTo(answer, { intent: 'rename' })
  const leave = answerTo(answer, { intent: 'leave' })
  return (
    <section aria-labelledby="me">
      <h2 id="me">You</h2>
      {me.guest ? (
        <Form method="post">
          <input type="hidden" name="intent" value="rename" />
          <Field name="name" label="Your name, as others see it" refusal={own?.refusal}>
            {(control) => (
              <input
                {...control}
                type="text"
                required
                maxLength={40}
                defaultValue={own?.typed.name ?? me.name}
                key={me.name}
              />
            )}
          </Field>
          <button type="submit" className="button">
            Save the name
          </button>
        </Form>
      ) : (
        <p>
          You are here as <strong>{me.name}</strong>.
        </p>
      )}
      {said ? <OwnWords said={said} room={room} actorId={actorId} /> : null}
      <p className="ui muted">
        {room.present} in the room. Led by {room.lead}. Code {room.code}.
      </p>
      <form method="post">
        <input type="hidden" name="intent" value="leave" />
        <FormRefusal refusal={leave?.refusal} />
        <button type="submit" className="button button-quiet">
          Leave the workshop
        </button>
        {me.guest ? <p className="field-hint">What you said stays. To come back you join anew with the code.</p> : null}
      </form>
    </section>
  )
}
