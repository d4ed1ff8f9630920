import type { EditionPage } from '#server/views/edition-pages.ts'

type Changes = NonNullable<EditionPage['changes']>

/** What an edition has that the one before it had not. */
export function EditionChanges({ before, changes }: { before: string; changes: Changes }) {
  const { added, revised, gone } = changes
  const nothing = added.total + revised.total + gone.total === 0
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">
        What changed since edition <a href={`/editions/${before}`}>{before}</a>
      </h2>
      {nothing ? <p className="muted">Nothing: both hold the same versions.</p> : null}
      <Group title="New" all={added} />
      <Group title="Revised" all={revised} />
      <Group title="Withdrawn" all={gone} />
    </section>
  )
}

type Listed = { key: string; kindLabel: string; title: string; n: number; href: string; before?: number }

function Group({ title, all: { total, items } }: { title: string; all: { total: number; items: readonly Listed[] } }) {
  if (total === 0) return null
  return (
    <>
      <h3>
        {title} <span className="count">{total}</span>
      </h3>
      <ul className="list-plain edition-contents">
        {items.map(({ key, kindLabel, title, n, href, before }) => (
          <li key={key}>
            <a href={href}>{title}</a>{' '}
            <span className="muted">
              {kindLabel.toLowerCase()}, version {before === undefined ? n : `${before} → ${n}`}
            </span>{' '}
            {before === undefined ? null : (
              <a href={`${href.slice(0, href.lastIndexOf('/v/'))}/compare/${before}...${n}`}>
                compare<span className="visually-hidden"> the two versions of {title}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {total > items.length ? <p className="muted">And {total - items.length} more; the JSON has them all.</p> : null}
    </>
  )
}
