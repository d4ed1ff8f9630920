import { Field, FormRefusal } from '#app/components/field.tsx'
import { ZonedTime } from '#app/components/time.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
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
      <p>{door.purpose}</p>
      <p className="ui muted">
        Led by {door.lead}.{' '}
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
      ) : (
        <JoinForm door={door} account={account} answer={answer} />
      )}
    </div>
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
      <button type="submit" className="button button-primary">
        Join
      </button>
      {account === null ? (
        <p className="ui">
          You have an account? <a href={signIn}>Sign in first</a>, then your votes count.
        </p>
      ) : null}
    </form>
  )
}
