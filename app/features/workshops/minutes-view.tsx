import { ZonedTime } from '#app/components/time.tsx'
import { AdvisoryAnswers } from '#app/features/workshops/advisory.tsx'
import { MinutesOfTables } from '#app/features/workshops/minutes-tables.tsx'
import type { DraftMinutes, Minutes } from '#server/views/workshop-minutes.ts'

/** What a workshop did, as the record tells it. */
export function MinutesView({
  minutes,
  zone,
  id,
  rehearsal,
}: {
  minutes: Minutes
  zone: string
  id: string
  /** Its drafts were thrown away: nothing of them is missing. */
  rehearsal: boolean
}) {
  return (
    <section aria-labelledby="minutes">
      <h2 id="minutes">Minutes</h2>
      <p className="why">
        Made from the record and from the drafts; nobody typed them.{' '}
        <a className="no-print" href={`/workshops/${id}/minutes.md`} download>
          As Markdown
        </a>
        {' · '}
        <a className="no-print" href={`/workshops/${id}/replay`}>
          Replay against the text
        </a>
      </p>
      <div className="table-scroll">
        <table className="agenda table-cards">
          <caption>How it went; at most {minutes.present} took part at a time</caption>
          <thead>
            <tr>
              <th scope="col">Phase</th>
              <th scope="col">Planned</th>
              <th scope="col">From</th>
              <th scope="col">Took</th>
              <th scope="col">Present</th>
            </tr>
          </thead>
          <tbody>
            {minutes.visits.map(({ from, to, title, planned, present }, i) => (
              <tr key={from}>
                <th scope="row">
                  <a href={`/workshops/${id}/replay?phase=${i + 1}`}>{title}</a>
                </th>
                <td className="number" data-label="Planned">
                  {planned} min
                </td>
                <td data-label="From">
                  <ZonedTime at={from} zone={zone} />
                </td>
                <td className="number" data-label="Took">
                  {to === null ? 'goes on' : `${Math.round((to - from) / 6_000) / 10} min`}
                </td>
                <td className="number" data-label="Present">
                  {present}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {minutes.drafts.map((draft) => (
        <OfDraft key={draft.id} draft={draft} zone={zone} />
      ))}
      {minutes.hidden > 0 && !rehearsal ? (
        <p className="muted">What happened in drafts that are not open to you is left out.</p>
      ) : null}
    </section>
  )
}

function OfDraft({ draft, zone }: { draft: DraftMinutes; zone: string }) {
  const { candidates, reasons, tables, ballots, dissent, open } = draft
  return (
    <section className="minutes-draft">
      <h3>
        <a href={`/drafts/${draft.id}`}>{draft.title}</a>
      </h3>
      <h4>Wordings</h4>
      {candidates.length === 0 ? <p>None was proposed.</p> : null}
      <ul>
        {candidates.map(({ n, text, author, state, mergedInto, carried }) => (
          <li key={`${n}${text}`}>
            <strong>Candidate {n}</strong> by {author}
            {state === 'merged' ? `, merged into candidate ${mergedInto}` : state === 'withdrawn' ? ', withdrawn' : ''}
            {carried ? ', carried into the draft' : ''}: <span className="as-written">{text}</span>
          </li>
        ))}
      </ul>
      <p>
        Reasons given: {reasons.for} for, {reasons.against} against, {reasons.other} other contributions.
      </p>
      <MinutesOfTables rounds={tables} zone={zone} />
      <h4>Decisions</h4>
      {ballots.length === 0 ? <p>No ballot was opened.</p> : null}
      <ul>
        {ballots.map(({ id, question, result, turnout, electorate, advisory }) => (
          <li key={id}>
            <a href={`/ballots/${id}`}>{question}</a>: {result}, {turnout} of {electorate} voted
            <AdvisoryAnswers advisory={advisory} />
          </li>
        ))}
      </ul>
      <h4>Dissent</h4>
      {dissent.length === 0 ? <p>No objection was made.</p> : null}
      <ul>
        {dissent.map(({ owner, text, disposition }) => (
          <li key={text}>
            {owner ?? 'Somebody'}: <span className="as-written">{text}</span> ({disposition})
          </li>
        ))}
      </ul>
      <h4>Open points</h4>
      {open.length === 0 ? <p>Nothing stays open.</p> : null}
      <ul>
        {open.map(({ id, title, owner }) => (
          <li key={id}>
            <a href={`/threads/${id}`}>{title}</a>, begun by {owner}
          </li>
        ))}
      </ul>
    </section>
  )
}
