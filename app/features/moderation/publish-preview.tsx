import { EntryCard, EntryLede, EntryPanels } from '#app/features/reading/entry-panels.tsx'
import { MinorityNotes } from '#app/features/reading/minority-notes.tsx'
import type { PublishPage } from '#server/views/publish-page.ts'

interface Props {
  page: Pick<PublishPage, 'place' | 'next'>
  preview: NonNullable<PublishPage['preview']>
}

/** The page as readers will see it: with all its panels, derived ones included. */
export function PublishPreview({ page: { place, next }, preview: { title, panels, before, minorityNotes } }: Props) {
  const frame = { place, path: `/${place}`, version: { n: next }, deliberation: null }
  return (
    <section className={before === null ? '' : 'publish-preview'} aria-labelledby="preview-title">
      <p className="eyebrow">As it will be published</p>
      <h2 id="preview-title" className="publish-preview-title">
        {title}
      </h2>
      <EntryLede of={panels} />
      <EntryCard of={panels} />
      <EntryPanels frame={frame} of={panels} />
      <MinorityNotes notes={minorityNotes} />
    </section>
  )
}
