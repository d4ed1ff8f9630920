import { ArguedList } from '#app/features/bets/argued-list.tsx'
import { newThreadHref } from '#app/features/threads/thread-list.tsx'
import type { Bet } from '#server/views/bets.ts'

/** A strategy as a bet: what it bets, what would prove it wrong, who holds it, what is argued about it now. */
export function BetCard({
  bet,
  lever: showLever = true,
}: {
  bet: Bet
  /** Off where all bets on the page pull one lever. */
  lever?: boolean
}) {
  const { slug, title, lever, bet: text, argued } = bet
  const path = `/strategies/${slug}`
  return (
    <li className="bet">
      <h3>
        <a href={path}>{title}</a>
      </h3>
      {lever && showLever ? (
        <p className="eyebrow">
          <a href={`/levers/${lever.id}`}>{lever.name}</a> · {lever.pull}
        </p>
      ) : null}
      <p className="bet-text">{text || 'No bet written yet.'}</p>
      <dl className="bet-answers">
        <div>
          <dt>Proved wrong if</dt>
          <dd>
            <Signal bet={bet} />
          </dd>
        </div>
        <div>
          <dt>Held by</dt>
          <dd>
            <Holders bet={bet} />
          </dd>
        </div>
        <div>
          <dt>Argued now</dt>
          <dd>
            {argued.length > 0 ? (
              <ArguedList argued={argued} />
            ) : (
              <span className="bet-nothing">
                Nothing is open. <a href={newThreadHref({ entry: `strategies/${slug}` })}>Start a thread</a>
              </span>
            )}
          </dd>
        </div>
      </dl>
    </li>
  )
}

function Signal({ bet: { slug, signal, noSignalReason, title } }: { bet: Bet }) {
  const panel = `/strategies/${slug}#falsification`
  if (signal) {
    return (
      <>
        {signal}{' '}
        <a className="bet-more" href={panel}>
          The signal<span className="visually-hidden"> of {title}</span>
        </a>
      </>
    )
  }
  if (noSignalReason) {
    return (
      <>
        It names no signal: {noSignalReason}{' '}
        <a className="bet-more" href={panel}>
          Read more<span className="visually-hidden"> about {title}</span>
        </a>
      </>
    )
  }
  const begin = newThreadHref(
    { entry: `strategies/${slug}` },
    { place: 'section/falsification', kind: 'falsification' },
  )
  return (
    <span className="bet-nothing">
      Nobody has said yet. <a href={begin}>Open a hearing</a>
    </span>
  )
}

function Holders({ bet: { slug, people } }: { bet: Bet }) {
  if (people.total === 0) {
    return (
      <span className="bet-nothing">
        Nobody is on the record for it yet. <a href="/drafts/new">Add a person with a source</a>
      </span>
    )
  }
  const more = people.total - people.shown.length
  return (
    <>
      {people.shown.map(({ slug: person, name, stance }, i) => (
        <span key={person}>
          {i > 0 ? ', ' : ''}
          <a href={`/people/${person}`}>{name}</a>
          {stance ? <span className="muted"> ({stance.toLowerCase()})</span> : null}
        </span>
      ))}
      {more > 0 ? (
        <>
          {' '}
          <a className="bet-more" href={`/people?strategy=${slug}`}>
            and {more} more
          </a>
        </>
      ) : null}
    </>
  )
}
