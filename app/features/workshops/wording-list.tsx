import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { SentPost } from '#app/features/threads/kept-text.ts'
import { reasonKey, useKeptText } from '#app/features/threads/kept-text.ts'
import { StanceForm } from '#app/features/threads/reactions.tsx'
import { candidateName } from '#domain/candidates/rules.ts'
import type { RoomWording, RoomWordings } from '#server/views/room-wordings.ts'

interface WordingListProps {
  wordings: RoomWordings
  /** The one everybody is asked to look at, if any. */
  spotlight: number | null
  actorId: string
  sent: SentPost | null
  answer: Answer | undefined
}

/** The wordings that compete, each with the three answers and its reasons. */
export function WordingList({ wordings, spotlight, actorId, sent, answer }: WordingListProps) {
  const { list } = wordings
  if (list.length === 1) return <p>Nobody has proposed a wording yet.</p>
  // What everybody is asked to look at comes first.
  const shown = [...list.filter(({ n }) => n === spotlight), ...list.filter(({ n }) => n !== spotlight)]
  return (
    <ol className="list-plain room-wordings">
      {shown.map((wording) => (
        <li key={wording.n} id={`wording-${wording.n}`} className="card" data-spotlight={wording.n === spotlight}>
          <h3>
            {candidateName(wording.n)}
            {wording.n === 0 ? '' : `, by ${wording.mine ? 'you' : wording.author}`}
            {wording.n === spotlight ? ' · everybody looks at this one' : ''}
          </h3>
          <p className="room-words">{wording.text === '' ? 'Nothing stands there yet.' : wording.text}</p>
          <StanceForm
            hidden={{ intent: 'room-react', threadId: wordings.threadId, candidate: String(wording.n) }}
            seen={wording.seen}
            question={`What do you think of ${candidateName(wording.n)}?`}
            may={wordings.mayReact && !wording.mine}
            own={wording.reaction}
            counts={wording.counts}
            answer={answer}
          />
          <Reasons wording={wording} />
          <ReasonForm
            key={sent?.key === reasonKey(actorId, wordings.threadId, wording.n) ? sent.id : 'first'}
            wording={wording}
            wordings={wordings}
            actorId={actorId}
            sent={sent}
            answer={answer}
          />
        </li>
      ))}
    </ol>
  )
}

function Reasons({ wording: { reasons } }: { wording: RoomWording }) {
  const lines = [
    ...reasons.for.map((one) => ({ ...one, side: '+ For' })),
    ...reasons.against.map((one) => ({ ...one, side: '− Against' })),
  ]
  if (lines.length === 0) return null
  return (
    <ul className="room-reasons">
      {lines.map(({ id, side, text, author }) => (
        <li key={id}>
          <strong>{side}:</strong> {text} <span className="muted">{author}</span>
        </li>
      ))}
    </ul>
  )
}

type ReasonFormProps = { wording: RoomWording } & Pick<WordingListProps, 'wordings' | 'actorId' | 'sent' | 'answer'>

/** A reason for or against one wording. What was typed stays when the room goes on to a phase that takes none. */
function ReasonForm({ wording: { n }, wordings, actorId, sent, answer }: ReasonFormProps) {
  const { threadId, mayReason } = wordings
  const fields = { intent: 'room-reason', threadId, candidate: String(n) }
  const own = answerTo(answer, fields)
  const keep = reasonKey(actorId, threadId, n)
  const { text, restored, change } = useKeptText(keep, own?.typed.text ?? '', sent)
  if (!mayReason && text.trim() === '') return null
  return (
    <details className="unfold" open={own !== undefined || restored}>
      <summary>{mayReason ? 'Give a reason' : 'Your reason, not sent'}</summary>
      <Form method="post">
        <Hidden fields={fields} />
        <FormRefusal refusal={own?.refusal.field ? undefined : own?.refusal} />
        <Field name="text" label="The reason" refusal={own?.refusal}>
          {(control) => (
            <textarea {...control} required rows={3} value={text} onChange={(event) => change(event.target.value)} />
          )}
        </Field>
        {mayReason ? (
          <div className="actions">
            <button type="submit" name="type" value="for" className="button">
              + For it
            </button>
            <button type="submit" name="type" value="against" className="button">
              − Against it
            </button>
          </div>
        ) : (
          <p className="field-hint">The room takes no reasons now. Your words stay on this phone until it does.</p>
        )}
      </Form>
    </details>
  )
}
