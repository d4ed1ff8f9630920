import { Field } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { FlagLink } from '#app/features/moderation/flag-link.tsx'
import { HiddenPlace } from '#app/features/moderation/hidden-words.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'
import { memberPositionWords } from '#domain/signals/positions.ts'
import type { MemberView, StatementView } from '#server/views/positions-of.ts'

interface Props {
  members: readonly MemberView[]
  mayRedact: boolean
  answer: Answer | undefined
}

/** The positions of members, each with its reason, its exit and what was said before. */
export function PositionsList({ members, mayRedact, answer }: Props) {
  return (
    <ul className="list-plain positions">
      {members.map((member) => (
        <li key={member.actorId} className="member-position">
          <p className="position-line">
            <strong>{member.name}</strong>
            {member.mine ? <span className="muted">you</span> : null}
            <span className="state">{member.position ? memberPositionWords[member.position].label : 'Withdrawn'}</span>
            <span className="muted">
              version {member.version}, <Time at={member.at} only="date" />
            </span>
            {member.flag ? (
              <span className="position-act">
                <FlagLink thing={member.flag} may what={`position of ${member.name}`} />
              </span>
            ) : null}
          </p>
          {member.hidden ? <HiddenPlace hidden={member.hidden} /> : <Said statement={member} />}
          {member.earlier.length > 0 ? <Earlier statements={member.earlier} older={member.older} /> : null}
          {mayRedact && !member.mine ? <Redact member={member} answer={answer} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** Those who withdrew their position, folded, with what they said. */
export function WithdrawnList({ members, ...rest }: Props) {
  if (members.length === 0) return null
  const sent = members.some(
    ({ actorId }) => answerTo(rest.answer, { intent: 'redact-position', actorId }) !== undefined,
  )
  return (
    <details className="unfold" open={sent}>
      <summary>
        {members.length === 1 ? 'One member withdrew' : `${members.length} members withdrew`} a position
      </summary>
      <PositionsList members={members} {...rest} />
    </details>
  )
}

function Said({ statement: { reason, exit, exitSignal } }: { statement: StatementView }) {
  const signal =
    exitSignal === null
      ? ''
      : exitSignal.current
        ? 'the falsification signal landed'
        : `the signal as version ${exitSignal.version} worded it landed`
  const said = [signal, exit].filter(Boolean).join('; or: ')
  const ways = /[.!?…]$/.test(said) ? said : `${said}.`
  return (
    <>
      <PlainText text={reason} />
      {said ? <p className="position-exit">Would drop it if{signal ? ` ${ways}` : `: ${ways}`}</p> : null}
    </>
  )
}

function Earlier({ statements, older }: { statements: readonly StatementView[]; older: number }) {
  const n = statements.length + older
  return (
    <details className="unfold">
      <summary>{n === 1 ? 'Said before' : `Said before, ${n} times`}</summary>
      <ul className="list-plain">
        {statements.map((statement) => (
          <li key={statement.at + statement.reason}>
            <p className="position-line">
              {statement.position ? (
                <span className="state">{memberPositionWords[statement.position].label}</span>
              ) : (
                <span className="state">Withdrawn</span>
              )}
              <span className="muted">
                version {statement.version}, <Time at={statement.at} only="date" />
              </span>
            </p>
            <Said statement={statement} />
          </li>
        ))}
      </ul>
      {older > 0 ? <p className="ui muted">{older} older than these.</p> : null}
    </details>
  )
}

function Redact({ member: { actorId, name }, answer }: { member: MemberView; answer: Answer | undefined }) {
  return (
    <UnfoldForm
      summary={
        <>
          Remove the words for good<span className="visually-hidden"> of {name}</span>
        </>
      }
      hidden={{ intent: 'redact-position', actorId }}
      answer={answer}
      className="no-print"
      lede={
        <p>For law or safety. Everything {name} wrote with this position is erased; which positions they held stays.</p>
      }
    >
      {({ refusal, typed }) => (
        <>
          <Field name="reason" label="Reason, without the words themselves" refusal={refusal}>
            {(control) => <textarea {...control} required rows={2} defaultValue={typed.reason} />}
          </Field>
          <button type="submit" className="button button-danger">
            Remove
          </button>
        </>
      )}
    </UnfoldForm>
  )
}
