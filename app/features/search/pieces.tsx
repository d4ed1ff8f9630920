import { keyed } from '#app/features/versions/words.tsx'
import type { Piece } from '#domain/search/passage.ts'

/** A text with what answers the search marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {keyed(pieces).map(({ key, text, hit }) => (hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>))}
    </>
  )
}
