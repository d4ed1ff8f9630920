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

/** Texts that were not adopted and are kept beside the current one. */
export function MinorityVariants({
  path,
  variants,
}: {
  path: string
  variants: readonly { n: number; name: string }[]
}) {
  if (variants.length === 0) return null
  return (
    <Panel
      id="minority-variants"
      title={variants.length === 1 ? 'Minority variant' : 'Minority variants'}
      count={variants.length === 1 ? undefined : variants.length}
      why="A whole text of this entry that was voted on and not adopted, kept by a moderator. It is not the current text."
    >
      <ul className="list-plain">
        {variants.map(({ n, name }) => (
          <li key={n}>
            <a href={`${path}/v/${n}`}>{name}</a> <span className="muted">version {n}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
