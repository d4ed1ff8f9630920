import { safeUrl } from '#domain/prose/safe-url.ts'
import type { SourcePanels } from '#server/views/source-pages.ts'

const words = {
  original: 'Original',
  link: 'Link to it',
  report: 'Report',
  digest: 'Digest',
  source: 'In this atlas',
} as const

/** Through which items a document came here; copies of one original count once. */
export function Provenance({ chain, here }: { chain: SourcePanels['chain']; here: string }) {
  const { items, sources } = chain
  return (
    <>
      <p>
        <strong>
          {items.length} {items.length === 1 ? 'item' : 'items'}, 1 origin.
        </strong>{' '}
        {sources > 1
          ? `${sources} sources of this atlas go back to it; together they are one testimony, however often it is repeated.`
          : null}
      </p>
      <ol className="provenance">
        {items.map(({ kind, name, url, slug }) => (
          <li key={`${kind} ${slug ?? name}`}>
            <span className="muted">{words[kind]}:</span> <ItemName name={name} url={url} slug={slug} />
            {slug === here ? <span className="muted"> (this page)</span> : null}
          </li>
        ))}
      </ol>
    </>
  )
}

function ItemName({ name, url, slug }: { name: string; url: string; slug: string | null }) {
  if (slug) return <a href={`/sources/${slug}`}>{name}</a>
  const href = safeUrl(url)
  if (!href) return <>{name}</>
  return (
    <a href={href} rel="noopener noreferrer nofollow ugc">
      {name}
    </a>
  )
}
