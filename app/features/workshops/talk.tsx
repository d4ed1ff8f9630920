import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { StanceForm } from '#app/features/threads/reactions.tsx'
import type { StanceCounts } from '#domain/threads/reactions.ts'
import { stanceLabels, stances } from '#domain/threads/reactions.ts'
import type { RoomPage } from '#server/views/room-page.ts'

interface TalkProps {
  /** Of the page of a participant, or of the console. */
  room: Pick<RoomPage, 'talk' | 'state'> & { may: { queue: boolean }; me: Pick<RoomPage['me'], 'party'> }
  answer: Answer | undefined
}

/** The question that the room is asked now, or how it answered the last one. */
export function Hum({ room, answer }: TalkProps) {
  const { hum } = room.talk
  if (hum === null) return null
  return (
    <section className="card room-hum" aria-labelledby="hum">
      <h2 id="hum">{hum.question}</h2>
      {hum.open ? (
        <>
          <StanceForm
            hidden={{ intent: 'hum-answer' }}
            question="What do you say?"
            may
            own={hum.own}
            counts={null}
            answer={answer}
          />
          <p className="field-hint">{hum.answered} answered. It binds nobody, and is shown when it is closed.</p>
        </>
      ) : (
        <HumResult hum={hum} />
      )}
    </section>
  )
}

/** How the room answered, once the hum is closed. */
function HumResult({ hum }: { hum: NonNullable<RoomPage['talk']['hum']> }) {
  return (
    <p>
      The room, not counted: {line(hum.counts)}
      {hum.hands ? `. Raised hands, as the facilitator counted them: ${line(hum.hands)}` : ''}.
    </p>
  )
}

/** The hum on the console, where nobody answers it. */
export function HumState({ hum }: { hum: RoomPage['talk']['hum'] }) {
  if (hum === null) return null
  return (
    <>
      <h3>{hum.question}</h3>
      {hum.open ? <p>{hum.answered} answered so far. How is shown when it is closed.</p> : <HumResult hum={hum} />}
    </>
  )
}

function line(counts: StanceCounts | null): string {
  return stances.map((one) => `${counts?.[one] ?? 0} ${stanceLabels[one].toLowerCase()}`).join(' · ')
}

/** Who speaks and who waits; for facilitators also to call them, and to ask the room. */
export function Talk({ room, answer }: TalkProps) {
  const { talk, may, me } = room
  const leads = me.party === 'facilitator'
  return (
    <section aria-labelledby="talk">
      <h2 id="talk">Who speaks</h2>
      <p>
        {talk.speaking ? <strong>{talk.speaking} speaks. </strong> : 'Nobody was called. '}
        {talk.waiting.length > 0 ? `Then: ${talk.waiting.join(', ')}.` : 'Nobody waits.'}
      </p>
      <FormRefusal refusal={answerTo(answer, { intent: 'speak' })?.refusal} />
      <div className="actions">
        {talk.mine !== null ? (
          <Act act="take-back" words={talk.mine === 'waiting' ? 'Do not ask any more' : 'I have spoken'} />
        ) : may.queue ? (
          <Act act="ask" words="Ask to speak" />
        ) : null}
        {leads && talk.waiting.length > 0 ? <Act act="call" words={`Call ${talk.waiting[0]}`} /> : null}
        {leads && talk.speaking ? <Act act="done" words="End the turn" /> : null}
      </div>
      <p className="field-hint ui">Who has not spoken yet comes first.</p>
      {leads && room.state === 'live' ? <LeadHum room={room} answer={answer} /> : null}
    </section>
  )
}

function Act({ act, words }: { act: string; words: string }) {
  return (
    <Form method="post" preventScrollReset>
      <Hidden fields={{ intent: 'speak', act, back: 'discuss' }} />
      <button type="submit" className="button">
        {words}
      </button>
    </Form>
  )
}

function LeadHum({ room, answer }: TalkProps) {
  const opening = answerTo(answer, { intent: 'hum-open' })
  const hands = answerTo(answer, { intent: 'hum-hands' })
  const closing = answerTo(answer, { intent: 'hum-close' })
  if (!room.talk.hum?.open) {
    return (
      <Form method="post" preventScrollReset>
        <Hidden fields={{ intent: 'hum-open', back: 'discuss' }} />
        <FormRefusal refusal={opening?.refusal.field ? undefined : opening?.refusal} />
        <Field name="question" label="Ask the room" hint="A quick check that binds nobody." refusal={opening?.refusal}>
          {(control) => <input {...control} type="text" required defaultValue={opening?.typed.question ?? ''} />}
        </Field>
        <button type="submit" className="button">
          Open the hum
        </button>
      </Form>
    )
  }
  return (
    <>
      <Form method="post" preventScrollReset>
        <Hidden fields={{ intent: 'hum-hands', back: 'discuss' }} />
        <FormRefusal refusal={hands?.refusal.field ? undefined : hands?.refusal} />
        <div className="form-row">
          {stances.map((stance) => (
            <Field
              key={stance}
              name={stance}
              label={`Hands: ${stanceLabels[stance].toLowerCase()}`}
              refusal={hands?.refusal}
            >
              {(control) => (
                <input {...control} type="text" inputMode="numeric" defaultValue={hands?.typed[stance] ?? ''} />
              )}
            </Field>
          ))}
        </div>
        <button type="submit" className="button">
          Enter raised hands
        </button>
      </Form>
      <Form method="post" preventScrollReset>
        <Hidden fields={{ intent: 'hum-close', back: 'discuss' }} />
        <FormRefusal refusal={closing?.refusal} />
        <button type="submit" className="button button-primary">
          Close the hum
        </button>
      </Form>
    </>
  )
}
