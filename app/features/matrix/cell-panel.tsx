import { RelationTag } from '#app/features/matrix/relation-tag.tsx'
import { newThreadHref } from '#app/features/threads/thread-list.tsx'
import type { CellSide, MissingCell, RelationCell } from '#server/views/relation-cell.ts'

/** One pair in words: how the two are related, by which mechanism, and what each side says. */
export function CellPanel({ cell, close }: { cell: RelationCell | MissingCell; close: string }) {
  if ('missing' in cell) return <MissingPair cell={cell} close={close} />
  const { a, b, kind, mechanism, declared, disputeId, rationales } = cell
  const argue = newThreadHref({ entry: `strategies/${a.slug}` }, { place: 'field/declarations', kind: 'relation' })
  return (
    <section id="cell" className="card cell-panel" aria-labelledby="cell-title">
      <h2 id="cell-title">
        {a.title} <span className="muted">and</span> {b.title}
      </h2>
      <p>
        {kind ? <RelationTag kind={kind} /> : 'No relation'}
        {mechanism ? (
          <>
            {' · '}
            <strong>{mechanism.label}</strong>: {mechanism.gloss}
          </>
        ) : null}
      </p>
      {mechanism ? <p>{mechanism.explanation}</p> : null}
      <dl className="coordinates">
        <Side side={a} />
        <Side side={b} />
        <div>
          <dt>Whose statement</dt>
          <dd>
            {declared}
            {disputeId ? (
              <>
                {' '}
                (<a href={`/threads/${disputeId}`}>the dispute</a>)
              </>
            ) : null}
          </dd>
        </div>
      </dl>
      {rationales.map(({ by, text }) => (
        <p key={by}>
          <span className="muted">{by}:</span> {text}
        </p>
      ))}
      {kind && kind !== 'twin' && rationales.length === 0 ? (
        <p className="muted">Neither side has written down why yet.</p>
      ) : null}
      <p className="card-links">
        <a href={`/compare?s=${a.slug},${b.slug}`}>Compare the two</a>
        <a href={argue}>Discuss</a>
        {kind && kind !== 'twin' ? <a href={`/strategies/${a.slug}/relations`}>Confirm or dispute</a> : null}
        <a href={close}>Close</a>
      </p>
    </section>
  )
}

function Side({ side: { slug, title, lever, pull } }: { side: CellSide }) {
  return (
    <div>
      <dt>
        <a href={`/strategies/${slug}`}>{title}</a>
      </dt>
      <dd>{lever ? `${lever.name}, ${pull}` : 'no lever'}</dd>
    </div>
  )
}

function MissingPair({ cell: { missing, nearest }, close }: { cell: MissingCell; close: string }) {
  return (
    <section id="cell" className="notice notice-warn" aria-label="The pair that was asked for">
      <p>
        No pair of strategies has this address: “{missing}” is not published, or stands on both sides.{' '}
        <a href={close}>Back to the whole matrix</a>
      </p>
      {nearest.length > 0 ? (
        <p>
          Spelled alike:{' '}
          {nearest.map(({ slug, title }, i) => (
            <span key={slug}>
              {i > 0 ? ', ' : ''}
              <a href={`/strategies/${slug}`}>{title}</a>
            </span>
          ))}
        </p>
      ) : null}
    </section>
  )
}
