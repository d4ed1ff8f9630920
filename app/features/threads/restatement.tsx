import { Field } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { TakeBack } from '#app/features/threads/take-back.tsx'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'
import { sideLabels, verdictLabels, verdicts } from '#domain/threads/restatements.ts'
import type { ContributionView } from '#server/views/contribution-view.ts'
import type { RestatementView } from '#server/views/restatements-of.ts'

/** What a restatement restates, beside its author's name. */
export function RestatedWhat({ restatement: { side, of } }: { restatement: RestatementView }) {
  if (of === null) return <span>of {sideLabels[side].toLowerCase()}</span>
  return (
    <span>
      of{' '}
      <a href={`?at=${of.id}#c-${of.id}`}>
        what {of.author} says{of.text ? `: ${of.text}` : ', deleted since'}
      </a>
    </span>
  )
}

interface FairnessProps {
  item: ContributionView
  restatement: RestatementView
  answer: Answer | undefined
}

/** What those who argued it say of a restatement. */
export function Fairness({ item, restatement, answer }: FairnessProps) {
  const { marks } = restatement
  const shown = marks.filter(({ verdict, mine, mayTakeBack }) => verdict === 'not-quite' || mine || mayTakeBack)
  return (
    <div className="minds">
      <p>{fairnessWords(restatement)}</p>
      {shown.length > 0 ? (
        <ul>
          {shown.map((mark) => (
            <li key={mark.actorId}>
              <strong>{mark.name}</strong>: {verdictLabels[mark.verdict].toLowerCase()}
              <PlainText text={mark.missing} />
              {mark.mayTakeBack ? (
                <TakeBack intent="fair-back" contributionId={item.id} said={mark} answer={answer} />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {restatement.mayMark ? <MarkForm item={item} restatement={restatement} answer={answer} /> : null}
    </div>
  )
}

/** The result in words: how many of those who argued it call it fair. */
export function fairnessWords({ of, fair, notQuite, earlier }: RestatementView): string {
  const who = of === null ? 'of those who argued it' : 'who said it'
  const said = [
    fair > 0 ? (of === null ? `Marked fair by ${fair} ${who}` : `Marked fair by ${of.author}, ${who}`) : '',
    notQuite > 0 ? (of === null ? `not quite by ${notQuite}` : `Not quite, says ${of.author}`) : '',
  ].filter(Boolean)
  const before =
    earlier > 0
      ? ` Earlier wordings were marked ${earlier === 1 ? 'once' : `${earlier} times`}; they count no more.`
      : ''
  if (said.length === 0) return `Nobody ${who} has said yet whether it is fair.${before}`
  const line = said.join(', ')
  return `${line[0]?.toUpperCase()}${line.slice(1)}.${before}`
}

function MarkForm({ item, restatement, answer }: FairnessProps) {
  const said = restatement.marks.find(({ mine }) => mine)
  return (
    <UnfoldForm
      summary={said ? 'Change what you said of it' : 'Is this what you argue? Say whether it is fair'}
      hidden={{ intent: 'fair', contributionId: item.id }}
      also={{ revision: String(item.revision) }}
      answer={answer}
    >
      {({ refusal, typed }) => (
        <>
          <fieldset className="choices-in-a-row">
            <legend>As an account of what you argue</legend>
            {verdicts.map((verdict) => (
              <label className="choice" key={verdict}>
                <input
                  type="radio"
                  name="verdict"
                  value={verdict}
                  required
                  defaultChecked={(typed.verdict ?? said?.verdict) === verdict}
                />
                {verdictLabels[verdict]}
              </label>
            ))}
          </fieldset>
          <Field name="missing" label="What is missing (needed for “not quite”)" refusal={refusal}>
            {(control) => <textarea {...control} rows={3} defaultValue={typed.missing ?? said?.missing} />}
          </Field>
          <button type="submit" className="button button-primary">
            Say so
          </button>
        </>
      )}
    </UnfoldForm>
  )
}
