import type { ScenariosList } from '#server/views/scenario-pages.ts'

type Row = ScenariosList['groups'][number]['scenarios'][number]

/** One scenario in the list, with what stands behind it. */
export function ScenarioRow({ scenario }: { scenario: Row }) {
  const { slug, title, description, strategies, withSignal, people, argued } = scenario
  return (
    <li className="strategy-row">
      <h3>
        <a href={`/scenarios/${slug}`}>{title}</a>
      </h3>
      <p className="strategy-bet">{description || 'Nobody has described it yet.'}</p>
      <ul className="counters" aria-label={`Answers to ${title}`}>
        <Counter n={strategies} words={strategies === 1 ? 'bet answers it' : 'bets answer it'} />
        <Counter n={withSignal} words="say what would prove them wrong" />
        <Counter n={people} words={people === 1 ? 'person on the record' : 'people on the record'} />
        <Counter n={argued} words="argued now" />
      </ul>
    </li>
  )
}

function Counter({ n, words }: { n: number; words: string }) {
  return (
    <li className={n === 0 ? 'counter-zero' : undefined}>
      <strong>{n}</strong> {words}
    </li>
  )
}
