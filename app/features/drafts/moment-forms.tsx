import type { DraftHistory } from '#server/views/draft-history.ts'

/** Ways to named moments: each to be read, and compared with the draft as it is now. */
export function MomentForms({ page: { draft, named, now, mayWrite } }: { page: DraftHistory }) {
  return (
    <section className="card" aria-labelledby="named-moments">
      <h2 id="named-moments">Named moments</h2>
      {named.length === 0 ? (
        <p className="muted">None yet. A name keeps a moment easy to find, such as “before the workshop”.</p>
      ) : (
        <ul className="list-plain named-moments">
          {named.map(({ name, moment }) => (
            <li key={name}>
              <a href={`/drafts/${draft.id}/history/${moment}`}>{name}</a>
              <a href={`/drafts/${draft.id}/compare/${moment}...now`}>
                What changed since<span className="visually-hidden">: {name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/drafts/${draft.id}/history/${now}`}>
          {mayWrite ? 'Read or name the present moment' : 'Read the present moment'}
        </a>
      </p>
    </section>
  )
}
