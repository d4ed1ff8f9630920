import { SourceList } from '#app/features/sources/source-list.tsx'
import type { MinorityNote } from '#server/views/minority-notes.ts'
import { Panel } from './panel.tsx'

/** Objections that outlived the vote, with the version they were made to. */
export function MinorityNotes({ notes }: { notes: readonly MinorityNote[] }) {
  if (notes.length === 0) return null
  return (
    <Panel
      id="minority-notes"
      title={notes.length === 1 ? 'Minority note' : 'Minority notes'}
      count={notes.length === 1 ? undefined : notes.length}
      why="An objection that was not met travels with the version it was made to, in the words of whoever made it."
    >
      {notes.map(({ id, text, sources }) => (
        <div key={id}>
          <blockquote className="minority-note as-written">{text}</blockquote>
          <SourceList sources={sources} />
        </div>
      ))}
    </Panel>
  )
}
