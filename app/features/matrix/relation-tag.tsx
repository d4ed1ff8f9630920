import { relationWords } from '#app/features/matrix/relation-words.ts'
import type { RelatedPair } from '#domain/relations/relate-pairs.ts'

/** The kind of a relation as mark, word and colour. */
export function RelationTag({ kind }: { kind: RelatedPair['kind'] }) {
  const { mark, word } = relationWords[kind]
  return (
    <span className="relation-tag">
      <span className={`relation-tag-mark is-${kind}`} aria-hidden="true">
        {mark}
      </span>{' '}
      {word}
    </span>
  )
}
