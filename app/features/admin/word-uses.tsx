import type { AdminVocabulary } from '#server/views/admin-vocabulary.ts'

type Named = AdminVocabulary['rows'][number]['uses']['drafts']['named']

/** What uses a word: published entries and drafts that are worked on. */
export function WordUses({ uses: { entries, drafts } }: { uses: AdminVocabulary['rows'][number]['uses'] }) {
  if (entries.total + drafts.total === 0) return <p className="muted">Nothing uses it.</p>
  return (
    <>
      {entries.total > 0 ? (
        <p>
          Used by <Links named={entries.named} />
          {entries.total > entries.named.length ? (
            <>
              {' '}
              and <a href={entries.href}>{entries.total - entries.named.length} more</a>
            </>
          ) : null}
          .
        </p>
      ) : null}
      {drafts.total > 0 ? (
        <p>
          In drafts: <Links named={drafts.named} />
          {drafts.total > drafts.named.length ? ` and ${drafts.total - drafts.named.length} more` : ''}.
        </p>
      ) : null}
    </>
  )
}

function Links({ named }: { named: Named }) {
  return (
    <>
      {named.map(({ title, href }, i) => (
        <span key={href}>
          {i > 0 ? ', ' : ''}
          <a href={href}>{title || 'Untitled'}</a>
        </span>
      ))}
    </>
  )
}
