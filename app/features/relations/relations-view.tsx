import { useLive } from '#app/features/live/use-live.ts'
import { DeclarationCard } from '#app/features/relations/declaration-card.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import type { Capacity } from '#domain/relations/groups.ts'
import type { RelationsPage } from '#server/views/relations-page.ts'

const answering: Record<Capacity, string> = {
  writer: 'You write a draft of this strategy, so you may answer for it.',
  author: 'You are an author of this strategy, so you may answer for it.',
  moderator: 'As a moderator you may answer; the page then says that a moderator did.',
}

/** What one side alone declares about a strategy and about others, and what the other side says to it. */
export function RelationsView({ page, answer }: { page: RelationsPage; answer: Answer | undefined }) {
  const { entryId, slug, title, there, here, both, waiting, capacity, signedIn } = page
  useLive(signedIn ? [`entry/${entryId}`] : [])
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={`/strategies/${slug}`}>{title}</a>
      </p>
      <h1>Relations and who confirmed them</h1>
      <p className="why">
        A conflict or complement that one entry declares waits for those who write the other: they confirm it, or
        dispute it with a reason. Relations that both declare are confirmed by that, and so are those that came with the
        imported atlas.
      </p>
      <p className="ui">
        {both === 1 ? '1 relation is' : `${both} relations are`} declared by both sides and not listed here.{' '}
        <a href={`/map?s=${slug}`}>All relations of this strategy</a>
      </p>
      <section aria-labelledby="there">
        <h2 id="there">
          Declared by others
          <span className="count">{waiting === 0 ? there.length : waiting === 1 ? '1 waits' : `${waiting} wait`}</span>
        </h2>
        {there.length === 0 ? (
          <p className="nothing-yet">No other entry alone declares a relation to this one.</p>
        ) : (
          <p className="ui">{capacity ? answering[capacity] : whoAnswers(title, signedIn)}</p>
        )}
        {there.map((row) => (
          <DeclarationCard key={row.other.slug} row={row} answer={answer} />
        ))}
      </section>
      <section aria-labelledby="here">
        <h2 id="here">
          Declared by this entry alone<span className="count">{here.length}</span>
        </h2>
        {here.length === 0 ? <p className="nothing-yet">Nothing that this entry declares waits for others.</p> : null}
        {here.map((row) => (
          <DeclarationCard key={row.other.slug} row={row} answer={answer} />
        ))}
      </section>
    </div>
  )
}

function whoAnswers(title: string, signedIn: boolean): string {
  const who = `The authors of “${title}”, those who write a draft of it, and moderators answer these.`
  return signedIn ? `${who} Nobody answers what they declared themselves.` : `${who} Sign in to see whether you do.`
}
