import { Comparison } from '#app/features/versions/comparison.tsx'
import { ContentView } from '#app/features/versions/content-view.tsx'
import type { Comparison as Compared } from '#domain/compare/contents.ts'
import { shortHash } from '#domain/record/hash.ts'
import type { ShownContent } from '#server/views/entry-content.ts'

interface FrozenTextProps {
  /** "The frozen text", or what it would be. */
  heading: string
  shown: ShownContent
  comparison: Compared
  contentHash: string
  /** The version the draft started from; null for a new entry. */
  baseVersion: number | null
}

/** A text under vote: what it changes, and the whole of it. */
export function FrozenText({ heading, shown, comparison, contentHash, baseVersion }: FrozenTextProps) {
  const isNew = baseVersion === null
  return (
    <section aria-labelledby="text" className="frozen-text">
      <h2 id="text">
        {heading} <span className="count">text {shortHash(contentHash)}</span>
      </h2>
      {isNew ? (
        <p className="why">A new entry: everything in it is new.</p>
      ) : (
        <>
          <p className="why">What it changes against version {baseVersion}. Everything else stays as it is.</p>
          <Comparison comparison={comparison} />
        </>
      )}
      <details open={isNew}>
        <summary>Read the whole text</summary>
        <p className="lede">{shown.title}</p>
        <ContentView shown={shown} level="h3" />
      </details>
    </section>
  )
}
