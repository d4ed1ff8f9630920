import type { BallotOpening } from '#server/views/ballot-opening.ts'

/** What could make the ballot pointless, said before it opens. */
export function OpeningWarnings({
  opening: { missing, empty, outdated, comparison, draft },
}: {
  opening: BallotOpening
}) {
  const unchanged = draft.baseVersion !== null && comparison.changes === 0
  return (
    <>
      {missing.length > 0 ? (
        <div className="notice notice-warn">
          <p>
            <strong>Not complete enough to publish.</strong> Missing: {missing.join(', ')}. A ballot may be opened all
            the same, but what it adopts cannot be published without them, and to change the text under vote later asks
            those again who voted.
          </p>
        </div>
      ) : null}
      {outdated ? (
        <p className="notice notice-warn">
          Another version was published since this draft began. What the ballot adopts could not be published; bring the
          changes into a draft of the current version first.
        </p>
      ) : null}
      {unchanged ? <p className="notice notice-warn">The draft says the same as version {draft.baseVersion}.</p> : null}
      {empty.length > 0 ? <p className="why">Also empty, which is allowed: {empty.join(', ')}.</p> : null}
    </>
  )
}
