import { ViewLinks } from '#app/components/view-links.tsx'

const places = [
  { id: 'text', label: 'Text', path: '' },
  { id: 'history', label: 'History', path: '/history' },
  { id: 'authors', label: 'Who wrote what', path: '/authors' },
] as const

/** Heading of the pages of a draft's history, with the way between them. */
export function HistoryHead({
  draft,
  here,
  title,
}: {
  draft: { id: string; title: string }
  here: (typeof places)[number]['id'] | null
  title: string
}) {
  return (
    <>
      <p className="eyebrow">
        <a href={`/drafts/${draft.id}`}>Draft: {draft.title || 'Untitled draft'}</a>
      </p>
      <h1>{title}</h1>
      <ViewLinks
        label="This draft"
        views={places.map(({ id, label, path }) => ({ href: `/drafts/${draft.id}${path}`, label, here: id === here }))}
      />
    </>
  )
}
