import { keyed } from '#app/features/versions/words.tsx'
import type { DraftAuthors } from '#server/views/draft-authors.ts'
import { byClass } from './authored-text.tsx'

/** Who is who among the marks, how much of the text each wrote, and who set the fields. */
export function AuthorsLegend({ people, fields }: Pick<DraftAuthors, 'people' | 'fields'>) {
  const total = people.reduce((sum, person) => sum + person.characters, 0)
  const nameOf = (actorId: string | null) => people.find((person) => person.actorId === actorId)?.name ?? ''
  return (
    <aside className="side" aria-label="Who wrote what">
      <section className="card">
        <h2>By person</h2>
        <table className="table shares">
          <caption className="muted">Of {total.toLocaleString('en-GB')} characters in the text now</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Characters</th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.actorId ?? 'began'}>
                <th scope="row">
                  <span className={byClass(people, person.actorId)}>
                    {person.actorId === null ? null : (
                      <span className="by-initials" aria-hidden="true">
                        {person.initials}
                      </span>
                    )}
                    {person.name}
                  </span>
                </th>
                <td>{person.characters.toLocaleString('en-GB')}</td>
                <td>{person.share} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {fields.length > 0 ? (
        <section className="card">
          <h2>Fields</h2>
          <dl className="shares-fields">
            {keyed(fields).map(({ key, label, actorIds }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd>{actorIds.map(nameOf).join(', ')}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </aside>
  )
}
