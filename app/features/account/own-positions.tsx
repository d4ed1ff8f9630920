import { Form } from '@remix-run/react'
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
          {held.map(({ slug, title, withdrawn, position, at }) => (
            <li key={slug}>
              {withdrawn ? title : <a href={`/strategies/${slug}#positions`}>{title}</a>}{' '}
              <span className="state">{memberPositionWords[position].label}</span>{' '}
              <span className="ui muted">
                <Time at={at} only="date" />
              </span>
              {withdrawn ? <Withdraw slug={slug} title={title} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Takes a position back on a strategy that has no page any more. */
function Withdraw({ slug, title }: { slug: string; title: string }) {
  return (
    <Form method="post" className="ui">
      The strategy is withdrawn from the atlas. <input type="hidden" name="strategy" value={slug} />
      <button type="submit" name="intent" value="withdraw-position" className="button">
        Withdraw my position<span className="visually-hidden"> on {title}</span>
      </button>
    </Form>
  )
}
