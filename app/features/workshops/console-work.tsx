import { Form } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { ConsolePage } from '#server/views/workshop-live.ts'

/** What the room works on: its wordings, and its ballot. */
export function ConsoleWork({ page, refusal }: { page: ConsolePage; refusal: Refusal | undefined }) {
  const { room, candidates, threadId, ballot, draft } = page
  const own = candidates.filter(({ n }) => n !== 0)
  const silent = room.present?.kind === 'statements'
  return (
    <>
      <section aria-labelledby="wordings" className="console-wordings">
        <h2 id="wordings">Wordings ({own.length})</h2>
        {silent ? <p className="muted">What is written in silence shows when you go on.</p> : null}
        {threadId ? (
          <p>
            <a href={`/threads/${threadId}`}>The hearing</a> has all reasons and reactions.
          </p>
        ) : (
          <p className="muted">This agenda works in no hearing.</p>
        )}
        <ol className="list-plain">
          {own.map(({ n, text, author, reactions, mayMerge, mayCarry, suggestion }) => (
            <li key={n} className="card">
              <p>
                <strong>Candidate {n}</strong> <span className="muted">by {author}</span>
                {reactions ? (
                  <span className="muted">
                    {' '}
                    · {reactions.agree} agree, {reactions.unsure} unsure, {reactions.disagree} disagree
                  </span>
                ) : null}
              </p>
              <p className="as-written">{text}</p>
              <Form method="post" className="actions" preventScrollReset>
                <input type="hidden" name="threadId" value={threadId ?? ''} />
                <input type="hidden" name="candidate" value={n} />
                <button className="button button-small" name="intent" value="spotlight" type="submit">
                  Show to all<span className="visually-hidden">: candidate {n}</span>
                </button>
                {mayCarry ? (
                  <button className="button button-small" name="intent" value="adopt" type="submit">
                    Put into the draft<span className="visually-hidden">: candidate {n}</span>
                  </button>
                ) : null}
                {suggestion ? <span className="state state-ok">✓ {suggestion.state}</span> : null}
                {mayMerge && own.length > 1 ? (
                  <>
                    <label className="visually-hidden" htmlFor={`into-${n}`}>
                      Merge candidate {n} into
                    </label>
                    <select id={`into-${n}`} name="into" className="console-into">
                      {own
                        .filter((other) => other.n !== n)
                        .map((other) => (
                          <option key={other.n} value={other.n}>
                            Candidate {other.n}
                          </option>
                        ))}
                    </select>
                    <button className="button button-small" name="intent" value="merge" type="submit">
                      Merge into it<span className="visually-hidden">: candidate {n}</span>
                    </button>
                  </>
                ) : null}
              </Form>
            </li>
          ))}
        </ol>
        {room.spotlight ? (
          <Form method="post" preventScrollReset>
            <button className="button" name="intent" value="spotlight" type="submit">
              Stop showing candidate {room.spotlight.candidate ?? ''} to all
            </button>
          </Form>
        ) : null}
      </section>
      {draft && (ballot || room.present?.kind === 'ballot') ? (
        <section aria-labelledby="ballot" className="card">
          <h2 id="ballot">Ballot</h2>
          {ballot ? (
            <>
              <p>
                <a href={`/ballots/${ballot.id}`}>{ballot.question}</a>:{' '}
                {ballot.result ?? `${ballot.turnout} of ${ballot.electorate} have voted`}
              </p>
              {ballot.state === 'open' ? (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="ballotId" value={ballot.id} />
                  <button className="button" name="intent" value="close" type="submit">
                    Close it now (a moderator may)
                  </button>
                </Form>
              ) : null}
            </>
          ) : (
            <BallotForm draft={draft} refusal={refusal} />
          )}
        </section>
      ) : null}
    </>
  )
}

function BallotForm({ draft, refusal }: { draft: { id: string; title: string }; refusal: Refusal | undefined }) {
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
          {(control) => <input {...control} type="number" min={1} max={999} defaultValue="3" />}
        </Field>
        <Field name="quorum" label="Quorum" refusal={refusal}>
          {(control) => <input {...control} type="number" min={1} defaultValue="2" />}
        </Field>
      </div>
      <button className="button button-primary" type="submit">
        Open the ballot
      </button>
    </Form>
  )
}
