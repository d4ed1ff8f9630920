import { Form } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { stateLabels } from '#domain/drafts/moves.ts'
import { limits } from '#domain/text/limits.ts'
import type { DraftPage } from '#server/views/draft-page.ts'
import type { FormAnswer } from './draft-side.tsx'

const titled = (draft: { title: string }) => draft.title || 'Untitled draft'

/** Under the title: where a fork comes from and why there is one, and into what a draft was merged. */
export function ForkOrigin({ draftId, forks: { of, mergedInto } }: { draftId: string; forks: DraftPage['forks'] }) {
  return (
    <>
      {of ? (
        <p className="notice">
          A fork of <a href={`/drafts/${of.id}`}>{titled(of)}</a>
          {of.reason ? `, because: ${of.reason}` : ''}{' '}
          <a href={`/drafts/${draftId}/against/${of.id}`}>Compare the two</a>
        </p>
      ) : null}
      {mergedInto ? (
        <p className="notice">
          Merged into <a href={`/drafts/${mergedInto.id}`}>{titled(mergedInto)}</a>. The text below is kept as it was.
        </p>
      ) : null}
    </>
  )
}

/** Beside the text: the drafts that compete with this one, and the form to begin another. */
export function ForksCard({ page: { draft, forks }, answer }: { page: DraftPage; answer: FormAnswer }) {
  const { siblings, mayFork, ballotHref } = forks
  if (siblings.length === 0 && !mayFork) return null
  return (
    <div className="card" id="forks">
      <h2>Competing drafts</h2>
      {siblings.length === 0 ? (
        <p>No other draft of this entry is being worked on.</p>
      ) : (
        <ul className="list-plain">
          {siblings.map((one) => (
            <li key={one.id}>
              <a href={`/drafts/${one.id}`}>{titled(one)}</a>{' '}
              <span className="muted">
                {one.table ? `${one.table}, ` : ''}by {one.owner}, {stateLabels[one.state].toLowerCase()}
                {one.isForkOfIt ? ', a fork of this one' : ''}
              </span>
              <br />
              <a href={`/drafts/${draft.id}/against/${one.id}`}>
                Compare part by part
                <span className="visually-hidden">: {one.table ?? `the draft by ${one.owner}`}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {ballotHref ? (
        <p>
          <a href={ballotHref}>Put the competing drafts to one ballot</a>
        </p>
      ) : null}
      {mayFork ? <ForkForm answer={answer} /> : null}
    </div>
  )
}

function ForkForm({ answer }: { answer: FormAnswer }) {
  const { refusal, typed } = answer.typed.intent === 'fork' ? answer : { refusal: undefined, typed: {} }
  const shown = refusal ? typed : {}
  return (
    <details open={refusal !== undefined}>
      <summary>Fork this draft</summary>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="fork" />
        <p className="field-hint">
          Your own draft begins with what this one says now. The two are compared part by part, and either takes over
          what is better in the other.
        </p>
        <Field name="reason" label="Why another draft" hint="One sentence. Everybody reads it." refusal={refusal}>
          {(control) => (
            <textarea {...control} rows={2} maxLength={limits.fewWords} required defaultValue={shown.reason ?? ''} />
          )}
        </Field>
        <button className="button" type="submit">
          Fork the draft
        </button>
      </Form>
    </details>
  )
}
