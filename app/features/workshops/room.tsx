import { Form, Link } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { ZonedTime } from '#app/components/time.tsx'
import type { BallotAnswer } from '#app/features/ballots/vote-panel.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { RoomVote } from '#app/features/workshops/room-vote.tsx'
import { Hum, Talk } from '#app/features/workshops/talk.tsx'
import { Task } from '#app/features/workshops/task.tsx'
import { Timer } from '#app/features/workshops/timer.tsx'
import { useRoom } from '#app/features/workshops/use-room.ts'
import { WordingList } from '#app/features/workshops/wording-list.tsx'
import type { RoomPage } from '#server/views/room-page.ts'

export const roomTabs = ['task', 'discuss', 'vote', 'me'] as const
export type RoomTab = (typeof roomTabs)[number]

const tabNames: Record<RoomTab, string> = { task: 'Task', discuss: 'Discuss', vote: 'Vote', me: 'Me' }

interface RoomProps {
  room: RoomPage
  tab: RoomTab
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

/** The page of a participant: what the room does now, one task, and four places to go. */
export function Room({ room, tab, actorId, sent, answer, voted, putAside }: RoomProps) {
  useRoom(room.topics, room.phase?.kind === 'gather' || room.phase?.kind === 'co-write' || room.state !== 'live')
  return (
    <div className="page page-narrow room">
      <Head room={room} />
      {room.broadcast ? (
        <p className="notice room-broadcast" role="status">
          <strong>From the facilitator:</strong> {room.broadcast}
        </p>
      ) : null}
      <Hum room={room} answer={answer} />
      {tab === 'task' ? <Task room={room} actorId={actorId} sent={sent} answer={answer} /> : null}
      {tab === 'discuss' ? <Discuss room={room} answer={answer} /> : null}
      {tab === 'discuss' ? <Talk room={room} answer={answer} /> : null}
      {/* In one place for both tabs and every phase: what is typed into a paper, and a receipt, stay. */}
      {showsVote(room, tab, voted) ? (
        <RoomVote key={room.ballot?.id} {...{ room, tab, voted, putAside, answer }} />
      ) : null}
      {tab === 'me' ? <Me room={room} answer={answer} /> : null}
      <nav className="room-tabs" aria-label="In this workshop">
        {roomTabs.map((one) => (
          <Link
            key={one}
            to={one === 'task' ? `/w/${room.code}` : `/w/${room.code}?tab=${one}`}
            aria-current={one === tab ? 'page' : undefined}
            preventScrollReset={false}
          >
            {tabNames[one]}
          </Link>
        ))}
      </nav>
    </div>
  )
}

function Head({ room }: { room: RoomPage }) {
  const { phase } = room
  return (
    <header className="room-head">
      <p className="eyebrow">
        {room.title}
        {phase ? ` · ${phase.position} of ${room.phases}` : ''}
      </p>
      <div className="room-now">
        <h1>{phase?.title ?? (room.state === 'ended' ? 'This workshop is over' : 'You are in')}</h1>
        {room.state === 'live' ? <RoomTime clock={room.clock} zone={room.zone} /> : null}
      </div>
      {phase && phase.instruction !== '' ? <p className="room-instruction">{phase.instruction}</p> : null}
      {room.state === 'planned' ? (
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

function Discuss({ room, answer }: { room: RoomPage; answer: Answer | undefined }) {
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
            <a href={`/threads/${wordings.threadId}`}>{wordings.title}: all that was said</a>
          </p>
          <WordingList wordings={wordings} spotlight={room.spotlight?.candidate ?? null} answer={answer} />
        </>
      )}
    </section>
  )
}

function Me({ room, answer }: { room: RoomPage; answer: Answer | undefined }) {
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
