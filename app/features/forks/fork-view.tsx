import { Form, useNavigation } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { DraftStateMark } from '#app/features/drafts/draft-state.tsx'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { ForkPage } from '#server/views/fork-page.ts'
import { ForkParts } from './fork-parts.tsx'

interface ForkViewProps {
  page: ForkPage
  /** The part that was just taken over, or `all` after a merge. */
  taken: string | null
  refusal: Refusal | undefined
}

/** Two drafts of one entry, part by part, and what one may take over from the other. */
export function ForkView({ page, taken, refusal }: ForkViewProps) {
  const { entry, draft, other, parts, ancestor, same } = page
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        Drafts of <a href={entry.href}>{entry.title}</a>
      </p>
      <h1>Two drafts compared</h1>
      <FormRefusal refusal={refusal} />
      {taken !== null && !refusal ? (
        <p className="notice notice-ok" role="status">
          {taken === 'all' ? 'Merged.' : 'Taken over.'} It is a change of yours in the{' '}
          <a href={`/drafts/${draft.id}/history`}>history of the draft</a>, where any earlier moment can be restored.
        </p>
      ) : null}
      <div className="compared-heads">
        <Side label="This draft" side={draft} />
        <Side label="The other draft" side={other} />
      </div>
      <p className="why">
        <ins>Underlined</ins> stands in the other draft only, <del>struck through</del> in this one only.{' '}
        <a href={`/drafts/${other.id}/against/${draft.id}`}>Look from the other side</a>
      </p>
      <p className="why">
        {ancestor
          ? `Both go back to ${ancestor}; from there it is told who changed a part.`
          : 'The two do not go back to one text, so nobody can tell who changed what.'}
      </p>
      {draft.state === 'ballot-open' ? (
        <p className="notice">
          A ballot about this draft is open on a frozen copy. What is taken over goes into the draft and not into the
          text under vote.
        </p>
      ) : null}
      {page.whyNot && parts.length > 0 ? <p className="notice">{page.whyNot}</p> : null}
      <Acts page={page} />
      {parts.length === 0 ? <p className="muted">The two drafts say the same.</p> : <ForkParts page={page} />}
      {same.length > 0 ? <p className="ui muted">The same in both: {same.join(', ')}.</p> : null}
    </div>
  )
}

function Side({ label, side }: { label: string; side: ForkPage['draft'] }) {
  return (
    <section className="card">
      <h2>{label}</h2>
      <p>
        <a href={`/drafts/${side.id}`}>{side.title || 'Untitled draft'}</a> <DraftStateMark state={side.state} />
      </p>
      <p className="muted">by {side.owner}</p>
    </section>
  )
}

/** What is done with the two as a whole: merge, and close the other as merged. */
function Acts({ page: { merge, rights, parts } }: { page: ForkPage }) {
  const isIdle = useNavigation().state === 'idle'
  if (!merge && !rights.close) return null
  return (
    <section className="card fork-acts" aria-labelledby="fork-acts">
      <h2 id="fork-acts">Merge</h2>
      {merge ? (
        <Form method="post">
          <Hidden fields={{ intent: 'merge', seen: merge.seen }} />
          <p>Only the other draft changed: {merge.labels.join(', ')}.</p>
          <button className="button button-primary" type="submit" disabled={!isIdle}>
            {isIdle ? 'Take over everything only they changed' : 'Loading both texts …'}
          </button>
        </Form>
      ) : null}
      {rights.close ? (
        <Form method="post">
          <Hidden fields={{ intent: 'close' }} />
          <p>
            {parts.length === 0
              ? 'The other draft has nothing that this one lacks.'
              : parts.length === 1
                ? 'In one part the two still differ.'
                : `In ${parts.length} parts the two still differ.`}{' '}
            Closed as merged, it stays readable and can be taken back to writing.
          </p>
          <button className="button" type="submit" disabled={!isIdle}>
            {isIdle ? 'Close the other draft as merged into this one' : 'Loading both texts …'}
          </button>
        </Form>
      ) : null}
    </section>
  )
}
