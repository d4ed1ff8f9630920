import { Field } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { RelationTag } from '#app/features/matrix/relation-tag.tsx'
import { Steady } from '#app/features/signals/steady.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { OneButton } from '#app/features/threads/one-button.tsx'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'
import { relationStateLabels } from '#domain/relations/both-sides.ts'
import type { OneSided } from '#server/views/relations-page.ts'

const looks: Record<OneSided['state'], { look: string; glyph: string }> = {
  confirmed: { look: 'state state-ok', glyph: '✓' },
  'declared-by-one': { look: 'state', glyph: '◐' },
  disputed: { look: 'state state-warn', glyph: '▲' },
  declined: { look: 'state', glyph: '×' },
}

/** One declaration, where it stands, and the answers that are open to this viewer. */
export function DeclarationCard({ row, answer }: { row: OneSided; answer: Answer | undefined }) {
  const { other, kind, declaration, mechanism, rationale, state, words, answer: given, may } = row
  const { look, glyph } = looks[state]
  const fields = { from: declaration.from, kind, since: String(declaration.since) }
  return (
    <article className="declaration card" id={`from-${other.slug}`}>
      <h3>
        <a href={`/strategies/${other.slug}`}>{other.title}</a>
      </h3>
      <p className="ui">
        <span className={look}>
          <span aria-hidden="true">{glyph}</span> {relationStateLabels[state]}
        </span>{' '}
        <RelationTag kind={kind} /> · {mechanism}
      </p>
      <p>
        {words}.
        {given ? (
          <span className="muted">
            {' '}
            {given.name}, <Time at={given.at} only="date" />.
          </span>
        ) : null}{' '}
        {given?.threadId ? <a href={`/threads/${given.threadId}`}>The dispute</a> : null}
      </p>
      {rationale ? <p className="relation-rationale">{rationale}</p> : null}
      <OneButton
        may={may.confirm}
        hidden={{ intent: 'confirm-relation', ...fields }}
        className="button"
        words={
          <>
            Confirm<span className="visually-hidden"> the relation with {other.title}</span>
          </>
        }
        answer={answer}
      />
      <Steady
        of={fields.since}
        offered={may.dispute}
        refused={answerTo(answer, { intent: 'dispute-relation', ...fields }) !== undefined}
      >
        <DisputeForm fields={fields} title={other.title} answer={answer} />
      </Steady>
    </article>
  )
}

interface FormProps {
  fields: Record<string, string>
  title: string
  answer: Answer | undefined
}

function DisputeForm({ fields, title, answer }: FormProps) {
  const hidden = { intent: 'dispute-relation', ...fields }
  return (
    <UnfoldForm
      summary={
        <>
          Dispute<span className="visually-hidden"> the relation with {title}</span>
        </>
      }
      hidden={hidden}
      answer={answer}
    >
      {({ refusal, typed }) => (
        <>
          <Field
            name="reason"
            label="Reason"
            hint="Why it does not hold. It opens a thread at the declaring entry, where both sides argue."
            refusal={refusal}
          >
            {(control) => <textarea {...control} required defaultValue={typed.reason} />}
          </Field>
          <button type="submit" className="button button-primary">
            Open the dispute
          </button>
        </>
      )}
    </UnfoldForm>
  )
}
