import { Time } from '#app/components/time.tsx'
import { memberPositionWords } from '#domain/signals/positions.ts'
import type { MyPositions } from '#server/views/my-positions.ts'

/** Where the account's owner stands. */
export function OwnPositions({ held }: { held: MyPositions['held'] }) {
  return (
    <section aria-labelledby="own-positions">
      <h2 id="own-positions">
        Where you stand <span className="count">{held.length}</span>
      </h2>
      {held.length === 0 ? (
        <p className="muted">
          You have taken no position yet. One is taken on the page of a <a href="/strategies">strategy</a>.
        </p>
      ) : (
        <ul className="list-plain">
          {held.map(({ slug, title, position, at }) => (
            <li key={slug}>
              <a href={`/strategies/${slug}#positions`}>{title}</a>{' '}
              <span className="state">{memberPositionWords[position].label}</span>{' '}
              <span className="ui muted">
                <Time at={at} only="date" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
