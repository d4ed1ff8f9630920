import { thingKindWords } from '#domain/moderation/words.ts'
import type { CasePage } from '#server/views/case-pages.ts'

/** What a case is about, and where that stands. */
export function CaseHeading({ page: { thingKind, place } }: { page: Pick<CasePage, 'thingKind' | 'place'> }) {
  return (
    <h1>
      {thingKindWords[thingKind]}
      {place ? (
        <>
          {' '}
          in <a href={place.href}>{place.title}</a>
        </>
      ) : null}
    </h1>
  )
}
