import type { Term } from '#domain/help/glossary.ts'

/** Words with their meaning; each has an address. */
export function TermList({ terms, linked = false }: { terms: readonly Term[]; linked?: boolean }) {
  return (
    <dl className="term-list">
      {terms.map(({ id, term, meaning, article }) => (
        <div key={id} id={linked ? undefined : id}>
          <dt>{linked ? <a href={`/help/glossary#${id}`}>{term}</a> : term}</dt>
          <dd>
            {meaning} {article ? <a href={`/help/${article}`}>More</a> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
