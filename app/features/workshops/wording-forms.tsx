import { Form, useNavigation } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { ZonedTime } from '#app/components/time.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { useKeptText } from '#app/features/threads/kept-text.ts'
import { TooLong } from '#app/features/threads/too-long.tsx'
import { limits } from '#domain/text/limits.ts'
import type { RoomPage } from '#server/views/room-page.ts'
import type { RoomWording, RoomWordings } from '#server/views/room-wordings.ts'

interface ProposeProps {
  wordings: RoomWordings
  /** Where unsent words are kept on this phone. */
  keep: string
  /** Others see it only when the phase is left. */
  silent: boolean
  sent: { id: string; key: string } | null
  answer: Answer | undefined
}

/** One wording in a plain box. */
export function ProposeInRoom({ wordings, keep, silent, sent, answer }: ProposeProps) {
  const fields = { intent: 'room-propose', threadId: wordings.threadId }
  const own = answerTo(answer, fields)
  const { text, restored, change } = useKeptText(keep, own?.typed.text ?? '', sent)
  const sending = useNavigation().formData?.get('intent') === 'room-propose'
  return (
    <Form method="post" className="room-form">
      <Hidden fields={fields} />
      <FormRefusal refusal={own?.refusal.field ? undefined : own?.refusal} />
      <Field
        name="text"
        label={`Your wording for “${wordings.placeLabel}”`}
        hint={silent ? 'Nobody sees it until this phase is over. You can change it until then.' : 'As it should stand.'}
        refusal={own?.refusal}
      >
        {(control) => (
          <textarea {...control} required rows={5} value={text} onChange={(event) => change(event.target.value)} />
        )}
      </Field>
      <TooLong length={text.length} most={limits.candidate} may="proposed" />
      {restored ? <p className="field-hint">Words you had not sent yet were put back.</p> : null}
      <button type="submit" className="button button-primary room-send" aria-disabled={sending}>
        {sending ? 'Sending' : 'Send wording'}
      </button>
    </Form>
  )
}

/** One's own wordings, to change or take back while that is possible. */
export function OwnWordings({
  wordings,
  room,
  answer,
}: {
  wordings: RoomWordings
  room: Pick<RoomPage, 'phase' | 'clock' | 'zone'>
  answer: Answer | undefined
}) {
  const own = wordings.list.filter(({ mine }) => mine)
  if (own.length === 0) return null
  return (
    <section aria-labelledby="own-wordings">
      <h2 id="own-wordings">Sent by you</h2>
      {wordings.mayPropose ? <EditableUntil room={room} /> : null}
      <ul className="list-plain">
        {own.map((wording) => (
          <li key={wording.n} className="card">
            <p className="room-words">{wording.text}</p>
            {wordings.mayPropose ? <Change wording={wording} threadId={wordings.threadId} answer={answer} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Until when what was sent can be changed. */
function EditableUntil({ room: { phase, clock, zone } }: { room: Pick<RoomPage, 'phase' | 'clock' | 'zone'> }) {
  if (phase?.kind !== 'statements')
    return <p className="room-sent">Sent. You can edit it until somebody reacts to it.</p>
  return clock.phaseEndsAt === null || clock.phaseEndsAt < clock.now ? (
    <p className="room-sent">Sent. You can edit it until the room goes on.</p>
  ) : (
    <p className="room-sent">
      Sent. You can edit it until <ZonedTime at={clock.phaseEndsAt} zone={zone} />, when this phase is over.
    </p>
  )
}

function Change({
  wording: { n, text, counts },
  threadId,
  answer,
}: {
  wording: RoomWording
  threadId: string
  answer: Answer | undefined
}) {
  const reword = { intent: 'room-reword', threadId, candidate: String(n) }
  const withdraw = { intent: 'room-withdraw', threadId, candidate: String(n) }
  const own = answerTo(answer, reword)
  const judged = counts !== null && counts.agree + counts.unsure + counts.disagree > 0
  return (
    <>
      {judged ? null : (
        <details className="unfold" open={own !== undefined}>
          <summary>Change it</summary>
          <Form method="post">
            <Hidden fields={reword} />
            <FormRefusal refusal={own?.refusal.field ? undefined : own?.refusal} />
            <Field name="text" label="The wording" refusal={own?.refusal}>
              {(control) => (
                <textarea {...control} required rows={4} defaultValue={own?.typed.text ?? text} key={text} />
              )}
            </Field>
            <button type="submit" className="button">
              Save the change
            </button>
          </Form>
        </details>
      )}
      <Form method="post">
        <Hidden fields={withdraw} />
        <FormRefusal refusal={answerTo(answer, withdraw)?.refusal} />
        <button type="submit" className="button button-quiet button-small">
          Take it back
        </button>
      </Form>
    </>
  )
}
