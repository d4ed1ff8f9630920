import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { FlagLink } from '#app/features/moderation/flag-link.tsx'
import { HiddenPlace } from '#app/features/moderation/hidden-words.tsx'
import { SeeAlso } from '#app/features/sources/see-also.tsx'
import { SourceList } from '#app/features/sources/source-list.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { ChangedMinds } from '#app/features/threads/changed-minds.tsx'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { Showing } from '#app/features/threads/links.ts'
import { threadHref } from '#app/features/threads/links.ts'
import { TypeMark } from '#app/features/threads/marks.tsx'
import { MindForm } from '#app/features/threads/mind-form.tsx'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import { Reactions } from '#app/features/threads/reactions.tsx'
import { Fairness, RestatedWhat } from '#app/features/threads/restatement.tsx'
import { contributionTypeLabels } from '#domain/threads/words.ts'
import type { ContributionView } from '#server/views/contribution-view.ts'

interface ContributionProps {
  item: ContributionView
  showing: Showing
  /** What is being done with it in place. */
  doing: 'edit' | 'delete' | 'attach' | 'mind' | null
  mayAnswer: boolean
  /** Where a rewording becomes a suggestion for the draft; null where it cannot. */
  suggestHref: string | null
  answer: Answer | undefined
  /** The composer of an answer, where one is being written. */
  children?: ReactNode
}

/** One contribution with what one may do to it. */
export function Contribution({ item, showing, doing, mayAnswer, suggestHref, answer, children }: ContributionProps) {
  const anchor = `#c-${item.id}`
  return (
    <li className={`contribution depth-${item.depth}`} id={`c-${item.id}`} tabIndex={-1}>
      <p className="contribution-head">
        <TypeMark type={item.type} />
        <strong>{item.author}</strong>
        {item.restatement ? <RestatedWhat restatement={item.restatement} /> : null}
        {item.candidate === null ? null : (
          <a href={`#candidate-${item.candidate}`}>
            on {item.candidate === 0 ? 'what stands there' : `candidate ${item.candidate}`}
          </a>
        )}
        <a href={threadHref({ ...showing, order: 'kind', only: null, page: 1 }, { at: item.id }, anchor)}>
          <Time at={item.createdAt} />
        </a>
        {item.editedAt !== null ? (
          <Link to={threadHref(showing, { history: item.id }, anchor)} preventScrollReset>
            edited <Time at={item.editedAt} only="date" />
          </Link>
        ) : null}
        {item.answers > 0 ? <span>{item.answers === 1 ? '1 answer' : `${item.answers} answers`}</span> : null}
      </p>
      {item.quote ? (
        <blockquote className="contribution-quote">
          In reply to {item.quote.author}: {item.quote.text || 'words that are hidden or deleted'}
        </blockquote>
      ) : null}
      {item.deleted ? <p className="contribution-gone">Deleted. The answers to it stay.</p> : null}
      {item.hidden ? <HiddenPlace hidden={item.hidden} /> : null}
      {doing === 'edit' && item.mayEdit ? (
        <EditForm item={item} showing={showing} answer={answer} />
      ) : (
        <div className="contribution-text">
          <PlainText text={item.text} />
          {item.cut ? (
            <p>
              <a href={threadHref(showing, { at: item.id }, anchor)}>Show the rest</a>
            </p>
          ) : null}
        </div>
      )}
      {doing === 'attach' ? null : (
        <>
          <SourceList sources={item.sources} />
          <SeeAlso links={item} threadId={showing.id} />
        </>
      )}
      {doing === null && !item.deleted ? <Reactions item={item} answer={answer} /> : null}
      {item.restatement && !item.deleted ? (
        <Fairness item={item} restatement={item.restatement} answer={answer} />
      ) : null}
      {item.minds ? <ChangedMinds item={item} minds={item.minds} answer={answer} /> : null}
      {doing === 'mind' && item.mayChangeMind ? <MindForm item={item} showing={showing} answer={answer} /> : null}
      {item.revisions ? <Revisions item={item} close={threadHref(showing, {}, anchor)} /> : null}
      {doing === 'delete' && item.mayDelete ? <DeleteForm item={item} showing={showing} answer={answer} /> : null}
      {doing === null && !item.deleted ? (
        <p className="contribution-acts">
          {mayAnswer && item.hidden === null ? <Act item={item} showing={showing} act="reply" word="Reply" /> : null}
          {item.mayRestate ? <Act item={item} showing={showing} act="restate" word="Restate" /> : null}
          {item.mayChangeMind ? <Act item={item} showing={showing} act="mind" word="This changed my mind" /> : null}
          {suggestHref && item.type === 'rewording' ? (
            <a href={`${suggestHref}&from=${item.id}`}>
              Suggest these words
              <span className="visually-hidden"> by {item.author} for the draft</span>
            </a>
          ) : null}
          {item.mayEdit ? <Act item={item} showing={showing} act="edit" word="Edit" /> : null}
          {mayAttach(item) ? <Act item={item} showing={showing} act="attach" word="Sources and links" /> : null}
          {item.mayDelete ? <Act item={item} showing={showing} act="delete" word="Delete" /> : null}
          <FlagLink
            thing={`contribution/${item.id}`}
            may={item.mayFlag}
            what={`${contributionTypeLabels[item.type].toLowerCase()} by ${item.author}`}
          />
        </p>
      ) : null}
      {children}
    </li>
  )
}

/** There is something that this person may add to it, or take off it. */
export function mayAttach({ mayEdit, mayDelete, sources, named }: ContributionView): boolean {
  return mayEdit || (mayDelete && sources.length + named.length > 0)
}

/** A link that opens a form in place, with or without script. */
function Act({ item, showing, act, word }: { item: ContributionView; showing: Showing; act: string; word: string }) {
  const what = `${contributionTypeLabels[item.type].toLowerCase()} by ${item.author}`
  return (
    <Link to={threadHref(showing, { [act]: item.id, ...keepAt(item) }, `#c-${item.id}`)} preventScrollReset>
      {word}
      <span className="visually-hidden">
        {act === 'mind' ? ': ' : ' '}
        {act === 'reply' ? `to ${what}` : act === 'attach' ? `of ${what}` : what}
      </span>
    </Link>
  )
}

/** A long text must be whole while it is edited. */
function keepAt(item: ContributionView): Record<string, string> {
  return item.cut ? { at: item.id } : {}
}

function EditForm({ item, showing, answer }: { item: ContributionView; showing: Showing; answer: Answer | undefined }) {
  const hidden = { intent: 'edit', contributionId: item.id }
  const own = answerTo(answer, hidden)
  return (
    <Form method="post" className="contribution-form">
      <Hidden fields={hidden} />
      <FormRefusal refusal={own?.refusal} />
      <Field
        name="text"
        label="Your words"
        hint="Earlier wordings stay readable under “edited”."
        refusal={own?.refusal}
      >
        {(control) => <textarea {...control} required defaultValue={own?.typed.text ?? item.text} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button button-primary">
          Save wording
        </button>
        <Link className="ui" to={threadHref(showing, {}, `#c-${item.id}`)} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  )
}

function DeleteForm({
  item,
  showing,
  answer,
}: {
  item: ContributionView
  showing: Showing
  answer: Answer | undefined
}) {
  const hidden = { intent: 'delete', contributionId: item.id }
  return (
    <Form method="post" className="contribution-form">
      <Hidden fields={hidden} />
      <FormRefusal refusal={answerTo(answer, hidden)?.refusal} />
      <p className="ui">
        The words are erased for good, earlier wordings included. Its place and the answers to it stay.
      </p>
      <div className="actions">
        <button type="submit" className="button button-danger">
          Delete contribution
        </button>
        <Link className="ui" to={threadHref(showing, {}, `#c-${item.id}`)} preventScrollReset>
          Keep it
        </Link>
      </div>
    </Form>
  )
}

function Revisions({ item, close }: { item: ContributionView; close: string }) {
  return (
    <div className="contribution-form">
      <h3>Earlier wordings</h3>
      <ol className="revisions">
        {item.revisions?.map((revision) => (
          <li key={revision.revision}>
            <p className="contribution-head">
              <Time at={revision.at} />
            </p>
            <PlainText text={revision.text} />
          </li>
        ))}
      </ol>
      <Link className="ui" to={close} preventScrollReset>
        Close
      </Link>
    </div>
  )
}
