import type { StrategyRow as Row } from '#server/views/strategies-list.ts'

/** One strategy in a list: what it pulls, what it bets, and how much stands around it. */
export function StrategyRow({ row }: { row: Row }) {
  const { slug, title, lever, actsOn, bet, people, conflicts, complements, openThreads, contested, expired } = row
  return (
    <li className="strategy-row">
      <p className="eyebrow">{[lever, actsOn].filter(Boolean).join(' · ')}</p>
      <h2>
        <a href={`/strategies/${slug}`}>{title}</a>{' '}
        {expired ? <span className="state state-bad">✕ Expired</span> : null}
      </h2>
      <p className="strategy-bet">{bet || 'No bet written yet.'}</p>
      <ul className="counters" aria-label={`Around ${title}`}>
        <Counter n={people} one="person" many="people" />
        <Counter n={conflicts} one="conflict" many="conflicts" mark="✕" />
        <Counter n={complements} one="complement" many="complements" mark="+" />
        <Counter n={openThreads} one="open thread" many="open threads" />
        {contested ? (
          <li>
            <span aria-hidden="true">⇄ </span>
            <strong>contested</strong>
          </li>
        ) : null}
      </ul>
    </li>
  )
}

function Counter({ n, one, many, mark }: { n: number; one: string; many: string; mark?: string }) {
  return (
    <li className={n === 0 ? 'counter-zero' : undefined}>
      {mark ? <span aria-hidden="true">{mark} </span> : null}
      <strong>{n}</strong> {n === 1 ? one : many}
    </li>
  )
}
