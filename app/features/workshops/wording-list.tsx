import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { StanceForm } from '#app/features/threads/reactions.tsx'
import { candidateName } from '#domain/candidates/rules.ts'
import type { RoomWording, RoomWordings } from '#server/views/room-wordings.ts'

interface WordingListProps {
  wordings: RoomWordings
  /** The one everybody is asked to look at, if any. */
  spotlight: number | null
  answer: Answer | undefined
}

/** The wordings that compete, each with the three answers and its reasons. */
export function WordingList({ wordings, spotlight, answer }: WordingListProps) {
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
          {wordings.mayReason ? <ReasonForm wording={wording} threadId={wordings.threadId} answer={answer} /> : null}
        </li>
      ))}
    </ol>
  )
}

function Reasons({ wording: { reasons } }: { wording: RoomWording }) {
  const lines = [
    ...reasons.for.map((one) => ({ ...one, side: '＋ For' })),
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

function ReasonForm({
  wording: { n },
  threadId,
  answer,
}: {
  wording: RoomWording
  threadId: string
  answer: Answer | undefined
}) {
  const fields = { intent: 'room-reason', threadId, candidate: String(n) }
  const own = answerTo(answer, fields)
  return (
    <details className="unfold" open={own !== undefined}>
      <summary>Give a reason</summary>
      <Form method="post">
        <Hidden fields={fields} />
        <FormRefusal refusal={own?.refusal.field ? undefined : own?.refusal} />
        <Field name="text" label="The reason" refusal={own?.refusal}>
          {(control) => <textarea {...control} required rows={3} defaultValue={own?.typed.text ?? ''} />}
        </Field>
        <div className="actions">
          <button type="submit" name="type" value="for" className="button">
            ＋ For it
          </button>
          <button type="submit" name="type" value="against" className="button">
            − Against it
          </button>
        </div>
      </Form>
    </details>
  )
}
