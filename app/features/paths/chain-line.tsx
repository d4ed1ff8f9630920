/** Strategies one after the other, each the way to its own place. @param round the last leads back to the first. */
export function ChainLine({
  chain,
  round = false,
}: {
  chain: readonly { slug: string; title: string }[]
  round?: boolean
}) {
  return (
    <ol className="chain">
      {chain.map(({ slug, title }) => (
        <li key={slug}>
          <a href={`/paths?from=${slug}`}>{title}</a>
        </li>
      ))}
      {round ? <li className="muted">and back to {chain[0]?.title}</li> : null}
    </ol>
  )
}
