import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { FlagLink } from '#app/features/moderation/flag-link.tsx'
import { HiddenPlace } from '#app/features/moderation/hidden-words.tsx'
import { RemoveForm } from '#app/features/sources/attach-panel.tsx'
import { FreshSourceFields } from '#app/features/sources/source-fields.tsx'
import { SourceList } from '#app/features/sources/source-list.tsx'
import { hasSource } from '#app/features/sources/typed-sources.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { DispositionMark } from '#app/features/threads/marks.tsx'
import { StandIn } from '#app/features/threads/stand-in.tsx'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'
import { dispositionLabels, givenDispositions } from '#domain/objections/rules.ts'
import { mostSources } from '#domain/threads/sources.ts'
import type { AttachedSource } from '#server/views/attached-sources.ts'
import type { ObjectionView } from '#server/views/objections-of.ts'

interface ObjectionsProps {
  objections: readonly ObjectionView[]
  mayRaise: boolean
  answer: Answer | undefined
  /** Links each objection to its thread; off on the thread's own page. */
  withThread?: boolean
}

/** The objections to a draft or out of a thread, each with the acts that are open to this viewer. */
export function Objections({ objections, mayRaise, answer, withThread = false }: ObjectionsProps) {
  if (objections.length === 0 && !mayRaise) return null
  const open = objections.filter(({ disposition }) => disposition === 'open').length
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">
        Objections<span className="count">{open} open</span>
      </h2>
      <p className="why">
        An objection holds the draft back until it has an answer: adopted, adopted in part, dismissed with a reason,
        withdrawn, or carried as a minority note in the objector’s words.
      </p>
      {objections.map((objection) => (
        <Objection key={objection.id} objection={objection} answer={answer} withThread={withThread} />
      ))}
      {mayRaise ? <RaiseForm key={objections.filter(({ mine }) => mine).length} answer={answer} /> : null}
    </section>
  )
}

function Objection({
  objection,
  answer,
  withThread,
}: {
  objection: ObjectionView
  answer: Answer | undefined
  withThread: boolean
}) {
  return (
    <article className="objection" id={`objection-${objection.id}`}>
      <p className="contribution-head">
        <DispositionMark disposition={objection.disposition} />
        <strong>{objection.owner ?? 'A voter whose name is hidden'}</strong>
        <Time at={objection.createdAt} />
        {withThread && objection.threadId ? <a href={`/threads/${objection.threadId}`}>its thread</a> : null}
        {objection.ballotId ? <a href={`/ballots/${objection.ballotId}`}>made with a vote</a> : null}
      </p>
      {objection.hidden ? <HiddenPlace hidden={objection.hidden} /> : <p>{objection.text}</p>}
      <dl>
        <dt>What would settle it</dt>
        <dd>{objection.settledBy}</dd>
        {objection.standIn.settledBy ? (
          <>
            <dt>What would settle it, says a stand-in</dt>
            <dd>{objection.standIn.settledBy}</dd>
          </>
        ) : null}
        {objection.reason ? (
          <>
            <dt>Reason of the answer</dt>
            <dd>{objection.reason}</dd>
          </>
        ) : null}
        {objection.minorityNote ? (
          <>
            <dt>Minority note</dt>
            <dd>{objection.minorityNote}</dd>
          </>
        ) : null}
      </dl>
      <FormRefusal refusal={answerTo(answer, { intent: 'detach', objectionId: objection.id })?.refusal} />
      <SourceList
        sources={objection.sources}
        act={
          objection.mayCite
            ? (source) => <RemoveForm hidden={detach(objection, source)} what={source.title} />
            : undefined
        }
      />
      {objection.sealed ? (
        <p className="muted ui">Only you see this until the ballot closes. Change your vote to withdraw it.</p>
      ) : null}
      {objection.mayCite && objection.sources.length < mostSources ? (
        <CiteForm key={objection.sources.length} id={objection.id} answer={answer} />
      ) : null}
      <StandIn objection={objection} answer={answer} />
      {objection.mayDispose ? <DisposeForm id={objection.id} answer={answer} /> : null}
      {objection.mayWithdraw ? <WithdrawForm objection={objection} answer={answer} /> : null}
      <p className="contribution-acts">
        <FlagLink
          thing={`objection/${objection.id}`}
          may={objection.mayFlag && objection.hidden === null}
          what={`objection by ${objection.owner ?? 'a voter'}`}
        />
      </p>
      {objection.mayWordNote ? <NoteForm objection={objection} answer={answer} /> : null}
    </article>
  )
}

function RaiseForm({ answer }: { answer: Answer | undefined }) {
  return (
    <UnfoldForm summary="Raise an objection" hidden={{ intent: 'raise' }} answer={answer}>
      {({ refusal, typed }) => (
        <>
          <Field name="text" label="Objection" hint="Which part, and why it would harm the atlas." refusal={refusal}>
            {(control) => <textarea {...control} required defaultValue={typed.text} />}
          </Field>
          <Field
            name="settledBy"
            label="What would settle it"
            hint="The change or the finding after which you would agree."
            refusal={refusal}
          >
            {(control) => <textarea {...control} required defaultValue={typed.settledBy} />}
          </Field>
          <details className="composer-evidence" open={hasSource(typed)}>
            <summary>Add a source</summary>
            <FreshSourceFields typed={typed} refusal={refusal} />
          </details>
          <button type="submit" className="button button-primary">
            Raise objection
          </button>
        </>
      )}
    </UnfoldForm>
  )
}

function detach({ id }: ObjectionView, source: AttachedSource) {
  return { intent: 'detach', objectionId: id, sourceId: source.id }
}

function CiteForm({ id, answer }: { id: string; answer: Answer | undefined }) {
  return (
    <UnfoldForm summary="Add a source" hidden={{ intent: 'attach', objectionId: id }} answer={answer}>
      {({ refusal, typed }) => (
        <>
          <FreshSourceFields typed={typed} refusal={refusal} />
          <button type="submit" className="button button-primary">
            Add source
          </button>
        </>
      )}
    </UnfoldForm>
  )
}

function DisposeForm({ id, answer }: { id: string; answer: Answer | undefined }) {
  return (
    <UnfoldForm summary="Answer this objection" hidden={{ intent: 'dispose', objectionId: id }} answer={answer}>
      {({ refusal, typed }) => (
        <>
          <fieldset>
            <legend>Disposition</legend>
            {givenDispositions.map((disposition) => (
              <label className="choice" key={disposition}>
                <input
                  type="radio"
                  name="disposition"
                  value={disposition}
                  required
                  defaultChecked={typed.disposition === disposition}
                />
                {dispositionLabels[disposition]}
              </label>
            ))}
          </fieldset>
          <Field name="reason" label="Reason" hint="May be left out only for adopted." refusal={refusal}>
            {(control) => <textarea {...control} defaultValue={typed.reason} />}
          </Field>
          <button type="submit" className="button button-primary">
            Answer objection
          </button>
        </>
      )}
    </UnfoldForm>
  )
}

function WithdrawForm({
  objection: { id, mine, owner },
  answer,
}: {
  objection: ObjectionView
  answer: Answer | undefined
}) {
  return (
    <UnfoldForm
      summary={mine ? 'Withdraw your objection' : `Withdraw it for ${owner}`}
      hidden={{ intent: 'withdraw', objectionId: id }}
      answer={answer}
    >
      {({ refusal, typed }) => (
        <>
          <Field
            name="reason"
            label="Reason"
            hint={mine ? 'May be left out.' : 'What settled it. Its owner may take it up again.'}
            refusal={refusal}
          >
            {(control) => <textarea {...control} required={!mine} defaultValue={typed.reason} />}
          </Field>
          <button type="submit" className="button">
            Withdraw objection
          </button>
        </>
      )}
    </UnfoldForm>
  )
}

function NoteForm({ objection, answer }: { objection: ObjectionView; answer: Answer | undefined }) {
  return (
    <UnfoldForm summary="Word the minority note" hidden={{ intent: 'note', objectionId: objection.id }} answer={answer}>
      {({ refusal, typed }) => (
        <>
          <Field
            name="note"
            label="Minority note"
            hint={
              objection.mine
                ? 'Your own words; they are published with the version.'
                : 'Published with the version, which says that a stand-in worded it.'
            }
            refusal={refusal}
          >
            {(control) => (
              <textarea {...control} required defaultValue={typed.note ?? objection.noteText ?? objection.text} />
            )}
          </Field>
          <button type="submit" className="button">
            Save note
          </button>
        </>
      )}
    </UnfoldForm>
  )
}
