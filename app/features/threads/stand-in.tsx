import { Field } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { OneButton } from '#app/features/threads/one-button.tsx'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'
import { awayTerm } from '#domain/objections/stand-ins.ts'
import { day } from '#domain/text/day.ts'
import type { ObjectionView } from '#server/views/objections-of.ts'

interface Props {
  objection: ObjectionView
  answer: Answer | undefined
}

/** Who stands in for the owner of an objection, and what may be done about it. */
export function StandIn({ objection, answer }: Props) {
  const { id, standIn, owner } = objection
  const { now, askedAt, withdrewBy, may } = standIn
  return (
    <>
      {withdrewBy === null ? null : (
        <p className="ui">
          Withdrawn by <strong>{withdrewBy}</strong>, who stood in for {owner}.
        </p>
      )}
      {now && withdrewBy === null ? (
        <p className="ui">
          <strong>{now.name}</strong> stands in for {owner}, {now.named ? 'named by them' : 'who is away'}, since{' '}
          <Time at={now.since} only="date" />.
        </p>
      ) : null}
      {askedAt === null ? null : (
        <p className="notice">
          {owner} is away. Since <Time at={askedAt} only="date" /> somebody is asked to stand in: whoever may object to
          this draft and does not write it.
        </p>
      )}
      <OneButton
        may={may.ask}
        hidden={{ intent: 'ask-stand-in', objectionId: id }}
        words="Ask for a stand-in"
        answer={answer}
      >
        Nothing was seen of {owner} for {awayTerm / day} days or more, and nobody stands in for them.
      </OneButton>
      <OneButton
        may={may.stepIn}
        hidden={{ intent: 'step-in', objectionId: id }}
        words={`Stand in for ${owner}`}
        answer={answer}
      >
        You speak for them until they are here again: you may withdraw the objection with a reason, say what would
        settle it, and word its minority note.
      </OneButton>
      <OneButton
        may={may.takeUp}
        hidden={{ intent: 'take-up', objectionId: id }}
        words="Take your objection up again"
        answer={answer}
      >
        A stand-in withdrew it for you. You may open it again, once.
      </OneButton>
      {may.settle ? <SettleForm objection={objection} answer={answer} /> : null}
      {may.name ? <NameForm objection={objection} people={may.name} answer={answer} /> : null}
    </>
  )
}

function SettleForm({ objection, answer }: Props) {
  return (
    <UnfoldForm
      summary="Say what would settle it"
      hidden={{ intent: 'settle-for', objectionId: objection.id }}
      answer={answer}
    >
      {({ refusal, typed }) => (
        <>
          <Field
            name="settledBy"
            label="What would settle it"
            hint="As you see it. The owner’s words stay beside yours."
            refusal={refusal}
          >
            {(control) => (
              <textarea {...control} required defaultValue={typed.settledBy ?? objection.standIn.settledBy ?? ''} />
            )}
          </Field>
          <button type="submit" className="button">
            Say so
          </button>
        </>
      )}
    </UnfoldForm>
  )
}

function NameForm({ objection, people, answer }: Props & { people: readonly { actorId: string; name: string }[] }) {
  const named = objection.standIn.now?.actorId ?? ''
  return (
    <UnfoldForm
      summary={named ? 'Change your stand-in' : 'Name a stand-in'}
      hidden={{ intent: 'stand-in', objectionId: objection.id }}
      answer={answer}
    >
      {({ refusal, typed }) => (
        <>
          <Field
            name="standInId"
            label="Stand-in"
            hint="They may withdraw your objection with a reason, say what would settle it, and word its note, until you end it."
            refusal={refusal}
          >
            {(control) => (
              <select {...control} defaultValue={typed.standInId ?? named}>
                <option value="">Nobody</option>
                {people.map(({ actorId, name }) => (
                  <option key={actorId} value={actorId}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <button type="submit" className="button">
            Save
          </button>
        </>
      )}
    </UnfoldForm>
  )
}
