import { safeUrl } from '#domain/prose/safe-url.ts'
import type { SourcePanels } from '#server/views/source-pages.ts'

/** What the document says of itself, and the way to it. */
export function SourceCard({ panels: { facts, original } }: { panels: SourcePanels }) {
  const href = safeUrl(original)
  return (
    <section className="card">
      <h2>The document</h2>
      <dl className="facts">
        {facts.map(({ id, label, value }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{value || <span className="muted">The document does not say</span>}</dd>
          </div>
        ))}
      </dl>
      <p className="card-links">
        {href ? (
          <a href={href} rel="noopener noreferrer nofollow ugc">
            Read the original
          </a>
        ) : (
          <span className="muted">No address of the original is known.</span>
        )}
      </p>
    </section>
  )
}
