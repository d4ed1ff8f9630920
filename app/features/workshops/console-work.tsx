import { Form } from '@remix-run/react'
import type { Answer } from '#app/features/threads/answer.ts'
import { ConsoleBallot } from '#app/features/workshops/console-ballot.tsx'
import type { ConsolePage } from '#server/views/workshop-live.ts'

/** What the room works on: its wordings, and its ballot. */
export function ConsoleWork({ page, answer }: { page: ConsolePage; answer: Answer | undefined }) {
  const { room, candidates, threadId, hearingOpen } = page
  const over = room.state === 'ended' || room.present?.kind === 'wrap-up'
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
            {over && hearingOpen
              ? ' It is still open: say there what came of it, for publishing waits for that. It may also go on for weeks.'
              : ''}
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
                {room.state === 'live' ? (
                  <button className="button button-small" name="intent" value="spotlight" type="submit">
                    Show to all<span className="visually-hidden">: candidate {n}</span>
                  </button>
                ) : null}
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
      <ConsoleBallot page={page} answer={answer} />
    </>
  )
}
