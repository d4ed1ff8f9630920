/** Strategies in a sentence, with commas between. */
export function StrategyLinks({ strategies }: { strategies: readonly { slug: string; title: string }[] }) {
  return (
    <>
      {strategies.map(({ slug, title }, i) => (
        <span key={slug}>
          {i > 0 ? ', ' : ''}
          <a href={`/strategies/${slug}`}>{title}</a>
        </span>
      ))}
    </>
  )
}
