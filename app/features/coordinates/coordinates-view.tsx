import { AxisPlacing } from '#app/features/coordinates/axis-placing.tsx'
import { useLive } from '#app/features/live/use-live.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import type { CoordinatesPage } from '#server/views/coordinates-page.ts'

const edits = ['draft.edited']

/** Where members place the strategy on the five axes, and where they split. */
export function CoordinatesView({ page, answer }: { page: CoordinatesPage; answer: Answer | undefined }) {
  useLive(page.topics, edits)
  const { draft, axes, mayPlace } = page
  const done = axes.filter(({ own }) => own !== null).length
  const split = axes.filter(({ spread }) => spread?.split).map(({ label }) => label)
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={`/drafts/${draft.id}`}>Draft: {draft.title}</a>
      </p>
      <h1>Coordinates by many</h1>
      <p className="why">
        Each member places the strategy for themselves. Where the places lie far apart, the entry may be two strategies.
      </p>
      {mayPlace ? (
        <p className="ui">
          You have placed it on {done} of {axes.length} axes. How others did is shown for each axis once you have.
        </p>
      ) : (
        <p className="why">
          Placing needs the right to comment, and a draft that is not decided yet. How members placed it is shown once
          it is decided.
        </p>
      )}
      {split.length > 0 ? <Fork page={page} split={split} /> : null}
      {axes.map((axis) => (
        <AxisPlacing key={axis.axis} axis={axis} draftId={draft.id} mayPlace={mayPlace} answer={answer} />
      ))}
    </div>
  )
}

function Fork({ page: { forkHref, draft }, split }: { page: CoordinatesPage; split: readonly string[] }) {
  return (
    <section className="notice" aria-labelledby="fork">
      <h2 id="fork">This may be two strategies</h2>
      <p>
        Members split on {split.join(' and ')}. A fork would be a second draft of the same entry that keeps the one
        value while this one keeps the other; each is then argued and voted for itself.{' '}
        {forkHref ? (
          <a href={forkHref}>Begin another draft of {draft.title}</a>
        ) : (
          'It can be begun once a version of the entry is published.'
        )}
      </p>
    </section>
  )
}
