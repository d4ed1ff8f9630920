const places = [
  { id: 'text', label: 'Text', path: '' },
  { id: 'history', label: 'History', path: '/history' },
  { id: 'authors', label: 'Who wrote what', path: '/authors' },
] as const

/** Heading of the pages of a draft's history, with the way between them. */
export function HistoryHead({
  draft,
  here,
}: {
  draft: { id: string; title: string }
  here: (typeof places)[number]['id'] | null
}) {
  return (
    <>
      <p className="eyebrow">Draft</p>
      <h1>{draft.title || 'Untitled draft'}</h1>
      <nav className="history-tabs" aria-label="This draft">
        {places.map(({ id, label, path }) => (
          <a key={id} href={`/drafts/${draft.id}${path}`} aria-current={id === here ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
    </>
  )
}
