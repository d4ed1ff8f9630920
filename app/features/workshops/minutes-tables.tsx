import { ZonedTime } from '#app/components/time.tsx'
import { seatsWords, takenWords } from '#domain/workshops/minutes.ts'
import type { RoundMinutes } from '#server/views/table-minutes.ts'

/** What the tables of a room did, each time that it split. */
export function MinutesOfTables({ rounds, zone }: { rounds: readonly RoundMinutes[]; zone: string }) {
  return rounds.map(({ round, from, to, seats, list }) => (
    <section key={round}>
      <h4>
        Tables from <ZonedTime at={from} zone={zone} />
        {to === null ? null : (
          <>
            {' '}
            to <ZonedTime at={to} zone={zone} />
          </>
        )}
      </h4>
      <p>{seatsWords(seats)}</p>
      <ul>
        {list.map(({ n, draftId, taken, wordings }) => (
          <li key={n}>
            <a href={`/drafts/${draftId}`}>Table {n}</a>: {takenWords(taken)}
            {wordings.length > 0 ? (
              <ul>
                {wordings.map((one) => (
                  <li key={one.n}>
                    Candidate {one.n} by {one.author}
                    {one.carried ? ', carried into its version' : ''}: <span className="as-written">{one.text}</span>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  ))
}
