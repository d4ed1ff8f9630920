import type { IdentityAnswer } from '#server/views/identity-page.ts'

/** What one person's answers say, in words, with the rule beside every number. */
export function IdentityResult({ answer }: { answer: IdentityAnswer }) {
  return (
    <section className="identity-result" aria-labelledby="result-title" role="status">
      <h2 id="result-title">What your answers say</h2>
      {answer.answered ? (
        <>
          <Held answer={answer} />
          <Near answer={answer} />
          <Line line={answer.line} />
        </>
      ) : (
        <p>Nothing was answered, so there is nothing to say. Every question may stay open, but not all of them.</p>
      )}
    </section>
  )
}

function Held({ answer: { held, about } }: { answer: IdentityAnswer }) {
  const { answered, bet, badge, unsure, tooFew, steps } = held
  const what = about.title ? `“${about.title}”` : 'the view'
  return (
    <>
      <h3>Is it held as a bet?</h3>
      {tooFew ? (
        <p>
          {answered === 0 ? 'None' : answered} of the five questions {answered === 1 ? 'is' : 'are'} answered: too few
          to say anything.
        </p>
      ) : (
        <p>
          {counted(bet, 'answer suggests', 'answers suggest')} that {what} is held as a bet,{' '}
          {counted(badge, 'answer', 'answers')} that it has become a badge, and you are unsure about {unsure}. That is a
          description of today’s answers and says nothing about whether the view is right.
        </p>
      )}
      {about.strategy ? (
        <p>
          {about.strategy.signal ? (
            <>
              Its entry says what should end support: “{about.strategy.signal}”{' '}
              <a href={`/strategies/${about.strategy.slug}#falsification`}>Read and argue it</a>
            </>
          ) : (
            <>
              Its entry names no falsification signal yet.{' '}
              <a href={`/drafts/new?entry=strategies/${about.strategy.slug}`}>Help to write one</a>
            </>
          )}
        </p>
      ) : null}
      {!tooFew && steps.length > 0 ? (
        <>
          <p>What to do about the others:</p>
          <ul>
            {steps.map(({ id, question, answer, next }) => (
              <li key={id}>
                <span className="muted">
                  {question}
                  {answer === null ? ' (open)' : ''}
                </span>{' '}
                {next}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function Near({ answer }: { answer: IdentityAnswer }) {
  const { placed, of, near, far, rests, portfolios, fewestCompared } = answer
  return (
    <>
      <h3>Which strategies are near?</h3>
      {placed === 0 ? (
        <p>A distance rests on at least {fewestCompared} answers about one strategy. Answer a few more.</p>
      ) : (
        <>
          <p className="ui muted">
            {placed} of {of} strategies can be placed. 0 agrees wherever both of you say something, 1 disagrees
            everywhere.
          </p>
          <table className="table">
            <caption className="visually-hidden">Strategies by distance from your answers</caption>
            <thead>
              <tr>
                <th scope="col">Strategy</th>
                <th scope="col" className="number">
                  Distance
                </th>
                <th scope="col" className="number">
                  Answers
                </th>
                <th scope="col" className="number">
                  You reject
                </th>
              </tr>
            </thead>
            <tbody>
              {near.map((one) => (
                <Row key={one.slug} one={one} />
              ))}
              {far.length > 0 ? (
                <tr>
                  <th scope="colgroup" colSpan={4}>
                    Farthest
                  </th>
                </tr>
              ) : null}
              {far.map((one) => (
                <Row key={one.slug} one={one} />
              ))}
            </tbody>
          </table>
          {portfolios.length > 0 ? (
            <>
              <h4>Named portfolios</h4>
              <ul>
                {portfolios.map((one) => (
                  <li key={one.id}>
                    <a href={one.href}>{one.name}</a>{' '}
                    <span className="muted">
                      {one.distance.toFixed(2)}, {one.placed} of {one.of} members placed
                    </span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {rests.length > 0 ? (
            <>
              <h4>Strategies that rest on something you reject</h4>
              <ul>
                {rests.map(({ slug, title, claim }) => (
                  <li key={`${slug} ${claim}`}>
                    <a href={`/strategies/${slug}#commitments`}>{title}</a>: <span className="muted">{claim}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      )}
      <p className="why">
        The rule: the mean over what can be compared. On an axis with an order, how many steps apart, of all its steps;
        on any other axis and for a value beside the line, 0 if the same and 1 if not; an assumption counts 0 if you
        share it and 1 if you reject it. A portfolio is the mean of its members, if at least half can be placed.
      </p>
    </>
  )
}

function Row({ one: { slug, title, distance, n, rejected } }: { one: IdentityAnswer['near'][number] }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/strategies/${slug}`}>{title}</a>
      </th>
      <td className="number">{distance.toFixed(2)}</td>
      <td className="number">{n}</td>
      <td className="number">{rejected}</td>
    </tr>
  )
}

function Line({ line }: { line: string }) {
  return (
    <details>
      <summary>Your answers as a line, for a group</summary>
      <p className="field-hint">
        It carries no name. Hand it to nobody, or put it among the lines of a group of at least five; the group is then
        shown as counts only.
      </p>
      <textarea className="code" readOnly rows={3} defaultValue={line} aria-label="Your answers as a line" />
    </details>
  )
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}
