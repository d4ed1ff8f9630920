import { SourceList } from '#app/features/sources/source-list.tsx'
import { dispositionLabels } from '#domain/objections/rules.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** The objections that came with votes, as far as they may be seen. */
export function BallotObjections({ page }: { page: BallotPage }) {
  const { objections, draft } = page
  if (objections.length === 0) return null
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">
        Objections <span className="count">{objections.length}</span>
      </h2>
      <ul className="list-plain">
        {objections.map((objection) => (
          <li key={objection.id} className="card" id={`objection-${objection.id}`}>
            <p className="ballot-line">
              <span className={`state ${objection.disposition === 'open' ? 'state-warn' : ''}`}>
                <span aria-hidden="true">{objection.disposition === 'open' ? '○' : '●'}</span>{' '}
                {objection.sealed
                  ? 'Sealed: only you see it until results show'
                  : dispositionLabels[objection.disposition]}
              </span>
              <span>{objection.owner ?? (page.names === 'hidden' ? 'Name hidden' : 'Name seen by members')}</span>
            </p>
            <p className="as-written">{objection.text}</p>
            <p className="as-written">
              <strong>What would settle it:</strong> {objection.settledBy}
            </p>
            <SourceList sources={objection.sources} />
            {objection.reason ? (
              <p className="as-written">
                <strong>Reason for the disposition:</strong> {objection.reason}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {draft?.href ? (
        <p>
          <a href={`${draft.href}/threads#objections`}>Answer them with the draft’s threads</a>
        </p>
      ) : null}
    </section>
  )
}
