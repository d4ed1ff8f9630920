import { RelationTag } from '#app/features/matrix/relation-tag.tsx'
import type { CompareStrategies } from '#server/views/compare-strategies.ts'

/** How each two of the compared strategies are related, in words. */
export function PairRelations({ relations }: Pick<CompareStrategies, 'relations'>) {
  return (
    <section aria-labelledby="between">
      <h2 id="between">Between them</h2>
      <ul className="list-plain pair-relations">
        {relations.map(({ a, b, kind, mechanism, declared, disputeId, rationales }) => (
          <li key={`${a.slug} ${b.slug}`}>
            <p className="pair-head">
              {a.title} <span className="muted">and</span> {b.title}
            </p>
            <p>
              {kind && mechanism ? (
                <>
                  <RelationTag kind={kind} /> · <a href={`/matrix?cell=${a.slug}~${b.slug}#cell`}>{mechanism.label}</a>
                  {a.lever && a.lever.id === b.lever?.id ? <> on {a.lever.name.toLowerCase()}</> : null}.{' '}
                  {mechanism.explanation} <span className="muted">{declared}.</span>
                  {disputeId ? (
                    <>
                      {' '}
                      <a href={`/threads/${disputeId}`}>The dispute</a>
                    </>
                  ) : null}
                </>
              ) : (
                'No relation: neither declares anything about the other, and they do not pull one lever alike.'
              )}
            </p>
            {rationales.map(({ by, text }) => (
              <p key={by}>
                <span className="muted">{by}:</span> {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
