import { BetCard } from '#app/features/bets/bet-card.tsx'
import type { LeverPage } from '#server/views/lever-pages.ts'

type Side = LeverPage['pulls'][number]

const ids: Record<Side['pull'], string> = { '-': 'minus', neutral: 'neutral', '+': 'plus' }

/** One direction of a lever: who holds it, and its bets. */
export function LeverSide({ side: { pull, words, href, total, bets, people } }: { side: Side }) {
  const more = people.total - people.shown.length
  return (
    <section id={ids[pull]} className="lever-side" aria-labelledby={`${ids[pull]}-title`}>
      <h2 id={`${ids[pull]}-title`}>
        {words}
        <span className="count">{total}</span>
      </h2>
      {total === 0 ? (
        <p className="nothing-yet">
          No strategy pulls it this way. <a href="/drafts/new">Propose one</a>
        </p>
      ) : (
        <>
          <p className="ui lever-holders">
            {people.total === 0 ? (
              <span className="muted">Nobody is on the record as endorsing one of these yet.</span>
            ) : (
              <>
                <strong>{people.total}</strong> {people.total === 1 ? 'person endorses' : 'people endorse'} at least
                one:{' '}
                {people.shown.map(({ slug, name }, i) => (
                  <span key={slug}>
                    {i > 0 ? ', ' : ''}
                    <a href={`/people/${slug}`}>{name}</a>
                  </span>
                ))}
                {more > 0 ? ` and ${more} more` : ''}
              </>
            )}
          </p>
          <ul className="bets">
            {bets.map((bet) => (
              <BetCard key={bet.slug} bet={bet} lever={false} />
            ))}
          </ul>
          {bets.length < total ? (
            <p className="ui">
              The first {bets.length} of {total}. <a href={href}>All of them as a list</a>
            </p>
          ) : null}
        </>
      )}
    </section>
  )
}
