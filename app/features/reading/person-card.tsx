import { newThreadHref } from '#app/features/threads/thread-list.tsx'
import { keyed } from '#app/features/versions/words.tsx'
import type { PersonPanels } from '#server/views/people-pages.ts'

/** Tiers, affiliations and the way to a correction. @param place null where nothing can be asked. */
export function PersonCard({ panels, place }: { panels: PersonPanels; place: string | null }) {
  const { expertise, recognition, affiliations, wikipedia, categories } = panels
  return (
    <section className="card">
      <h2>Profile</h2>
      <dl className="facts">
        {expertise && recognition ? (
          <>
            <div>
              <dt>Expertise</dt>
              <dd>
                {expertise.name}
                <span className="tier-text">{expertise.description}</span>
              </dd>
            </div>
            <div>
              <dt>Recognition</dt>
              <dd>
                {recognition.name}
                <span className="tier-text">{recognition.description}</span>
              </dd>
            </div>
          </>
        ) : (
          <div>
            <dt>Tiers</dt>
            <dd>Not profiled yet</dd>
          </div>
        )}
        {categories.length > 0 ? (
          <div>
            <dt>Known as</dt>
            <dd>
              {categories.map((category, i) => (
                <span key={category}>
                  {i > 0 ? ', ' : ''}
                  <a href={`/tags/${category}`}>{category.replaceAll('-', ' ')}</a>
                </span>
              ))}
            </dd>
          </div>
        ) : null}
        {affiliations.length > 0 ? (
          <div>
            <dt>Affiliations</dt>
            <dd>
              <ul className="list-plain">
                {keyed(affiliations).map(({ key, org, role, current, end }) => (
                  <li key={key}>
                    {[role, org].filter(Boolean).join(', ')}
                    {current ? '' : end ? ` (until ${end})` : ' (former)'}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ) : null}
      </dl>
      <p className="card-links">
        {wikipedia ? (
          <a href={wikipedia} rel="noopener noreferrer nofollow">
            Wikipedia
          </a>
        ) : null}{' '}
        {place === null ? null : (
          <a href={newThreadHref({ entry: place }, { place: 'entry', kind: 'general' })}>Ask for a correction</a>
        )}
      </p>
    </section>
  )
}
