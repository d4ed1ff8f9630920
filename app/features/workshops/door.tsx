import { Field, FormRefusal } from '#app/components/field.tsx'
import { ZonedTime } from '#app/components/time.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { RehearsalNote } from '#app/features/workshops/rehearsal-note.tsx'
import { useRoom } from '#app/features/workshops/use-room.ts'
import type { RoomDoor } from '#server/views/room-door.ts'

/** What somebody with the code sees before they are in: what it is, and one question. Works without scripts. */
export function Door({
  door,
  account,
  answer,
}: {
  door: RoomDoor
  account: string | null
  answer: Answer | undefined
}) {
  const refusal = answer?.typed.intent === 'join' ? answer.refusal : undefined
  return (
    <div className="page page-narrow room-door">
      <p className="eyebrow">Workshop {door.code}</p>
      <h1>{door.title}</h1>
      {door.purpose === null ? null : <p>{door.purpose}</p>}
      {door.rehearsal ? <RehearsalNote /> : null}
      <p className="ui muted">
        {door.lead === null ? '' : `Led by ${door.lead}. `}
        {door.state === 'live' ? (
          'It is going on now.'
        ) : door.state === 'ended' ? (
          'It is over.'
        ) : (
          <>
            It begins <ZonedTime at={door.startsAt} zone={door.zone} />.
          </>
        )}
      </p>
      <FormRefusal refusal={refusal?.field === 'name' ? undefined : refusal} />
      {door.state === 'ended' ? (
        <p>
          <a href={`/workshops/${door.id}`}>What came of it</a>
        </p>
      ) : door.waiting ? (
        <Waiting door={door} waiting={door.waiting} />
      ) : (
        <JoinForm door={door} account={account} answer={answer} />
      )}
    </div>
  )
}

/** At the door, until a facilitator has answered; the page goes in by itself. */
function Waiting({ door, waiting }: { door: RoomDoor; waiting: NonNullable<RoomDoor['waiting']> }) {
  useRoom(waiting.topics, true)
  if (waiting.answer === 'turned-away') {
    return <p className="notice notice-warn">You were not let in. If that was a mistake, ask the facilitator.</p>
  }
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">A facilitator lets you in</h2>
      <p role="status">You wait at the door. This page goes in by itself; leave it open.</p>
      {door.guests === 'welcome' ? (
        <form method="post">
          <input type="hidden" name="intent" value="join" />
          <button type="submit" className="button button-primary">
            The door is open now: go in
          </button>
        </form>
      ) : null}
      <noscript>
        <p>
          <a href={`/w/${door.code}`}>Look whether you were let in</a>
        </p>
      </noscript>
    </section>
  )
}

function JoinForm({ door, account, answer }: { door: RoomDoor; account: string | null; answer: Answer | undefined }) {
  const signIn = `/sign-in?next=${encodeURIComponent(`/w/${door.code}`)}`
  if (account === null && door.guests === 'refused') {
    return (
      <p>
        This workshop is for people with an account.{' '}
        <a className="button button-primary" href={signIn}>
          Sign in
        </a>
      </p>
    )
  }
  return (
    <form method="post">
      <input type="hidden" name="intent" value="join" />
      {account === null ? (
        <Field
          name="name"
          label="Your name, as others see it"
          hint="2 to 40 characters. No account, no e-mail."
          refusal={answer?.refusal}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              required
              minLength={2}
              maxLength={40}
              autoComplete="nickname"
              defaultValue={answer?.typed.name ?? ''}
            />
          )}
        </Field>
      ) : (
        <p>
          You join as <strong>{account}</strong>.
        </p>
      )}
      <p className="field-hint ui">What you propose and say stands in the draft and its threads under this name.</p>
      {account === null && door.guests === 'approve' ? (
        <p className="ui">Without an account you wait at the door until a facilitator lets you in.</p>
      ) : null}
      <button type="submit" className="button button-primary">
        {account === null && door.guests === 'approve' ? 'Ask to come in' : 'Join'}
      </button>
      {account === null ? (
        <p className="ui">
          You have an account? <a href={signIn}>Sign in first</a>, then your votes count.
        </p>
      ) : null}
    </form>
  )
}
