import { Form } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { AdvisoryAnswers } from '#app/features/workshops/advisory.tsx'
import { CountVotes } from '#app/features/workshops/count-votes.tsx'
import type { ConsolePage } from '#server/views/workshop-live.ts'

type Ballot = NonNullable<ConsolePage['ballot']>

/** The ballot of the room for who leads it: opened, watched, extended, closed and revealed. */
export function ConsoleBallot({ page, answer }: { page: ConsolePage; answer: Answer | undefined }) {
  const { room, ballot, draft } = page
  const opens = draft !== null && room.present?.kind === 'ballot' && ballot?.state !== 'open'
  if (!ballot && !opens) return null
  return (
    <section aria-labelledby="ballot" className="card console-ballot">
      <h2 id="ballot">Ballot</h2>
      {ballot ? (
        <>
          <p>
            <a href={`/ballots/${ballot.id}`}>{ballot.question}</a>
          </p>
          <p>
            <strong>
              {ballot.turnout} of {ballot.electorate}
            </strong>{' '}
            have voted.{' '}
            {ballot.state === 'open' ? (
              <>
                It closes <Time at={ballot.closesAt} />.
              </>
            ) : null}
            {ballot.state === 'counting' ? 'It is being counted.' : null}
          </p>
          {ballot.state === 'open' ? <Running ballot={ballot} answer={answer} /> : null}
          {ballot.result ? <Ended ballot={ballot} live={room.state === 'live'} /> : null}
        </>
      ) : null}
      {opens && room.rehearsal ? (
        <p>A ballot would be a real one, so a rehearsal opens none. Go on to the next phase.</p>
      ) : null}
      {opens && !ballot && !room.rehearsal ? <BallotForm draft={draft} answer={answer} /> : null}
      {opens && ballot?.state === 'closed' ? (
        <details className="unfold">
          <summary>Open another ballot</summary>
          <BallotForm draft={draft} answer={answer} />
        </details>
      ) : null}
    </section>
  )
}

/** While it is open: what was counted in the room, more time, and its end. */
function Running({ ballot, answer }: { ballot: Ballot; answer: Answer | undefined }) {
  const closing = answerTo(answer, { intent: 'close', ballotId: ballot.id })
  return (
    <>
      {ballot.mayExtend ? (
        <Form method="post" className="actions" preventScrollReset>
          {/* A press counts from the closing time that its reader saw. */}
          <Hidden fields={{ intent: 'extend', ballotId: ballot.id, closesAt: String(ballot.closesAt) }} />
          {['1', '3', '10'].map((minutes) => (
            <button key={minutes} className="button button-small" name="minutes" value={minutes} type="submit">
              +{minutes} min<span className="visually-hidden"> for the ballot</span>
            </button>
          ))}
          <span className="field-hint">Everybody who may vote is told.</span>
        </Form>
      ) : null}
      {ballot.entered ? <CountVotes ballotId={ballot.id} entered={ballot.entered} answer={answer} /> : null}
      {ballot.mayClose ? (
        <Form method="post" preventScrollReset>
          <Hidden fields={{ intent: 'close', ballotId: ballot.id }} />
          <Field name="reason" label="Why it closes before its time" refusal={closing?.refusal}>
            {(control) => (
              <input
                {...control}
                type="text"
                required
                defaultValue={closing?.typed.reason ?? 'Everybody in the room has voted.'}
              />
            )}
          </Field>
          <button className="button" type="submit">
            Close the ballot now
          </button>
        </Form>
      ) : (
        <p className="muted">It closes by itself at its time; before that, a moderator may close it.</p>
      )}
    </>
  )
}

/** Once it has closed: how it ended, seen by who leads first. */
function Ended({ ballot, live }: { ballot: Ballot; live: boolean }) {
  const { result, revealed } = ballot
  if (!result) return null
  return (
    <>
      <p>
        <strong>{result.sentence}</strong>
      </p>
      <AdvisoryAnswers advisory={result.advisory} />
      {live && !revealed ? (
        <Form method="post" preventScrollReset>
          <Hidden fields={{ intent: 'projector', projector: 'result' }} />
          <button className="button button-primary" type="submit">
            Reveal it to the room
          </button>
          <p className="field-hint">
            On the wall and on all phones. Going on from the ballot phase reveals it as well.
          </p>
        </Form>
      ) : null}
      {live && revealed ? <p className="muted">The room sees it.</p> : null}
    </>
  )
}

function BallotForm({ draft, answer }: { draft: { id: string; title: string }; answer: Answer | undefined }) {
  const { refusal, typed } = answerTo(answer, { intent: 'ballot' }) ?? {}
  return (
    <Form method="post" preventScrollReset>
      <p>
        About “{draft.title}” as it stands now, by simple majority of the members. Guests do not vote. For other terms
        use <a href={`/ballots/new?draft=${draft.id}`}>the whole form</a>.
      </p>
      <input type="hidden" name="intent" value="ballot" />
      <input type="hidden" name="draftId" value={draft.id} />
      <div className="form-row">
        <Field name="minutes" label="Closes in minutes" refusal={refusal}>
          {(control) => <input {...control} type="number" min={1} max={999} defaultValue={typed?.minutes ?? '3'} />}
        </Field>
        <Field name="quorum" label="Quorum" refusal={refusal}>
          {(control) => <input {...control} type="number" min={1} defaultValue={typed?.quorum ?? '2'} />}
        </Field>
      </div>
      <button className="button button-primary" type="submit">
        Open the ballot
      </button>
    </Form>
  )
}
