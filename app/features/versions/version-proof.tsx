import type { VersionProof as Proof } from '#server/views/version-proof.ts'

/** What anyone can check of a version, and how: hashes, the event of the record, the two verifiers. */
export function VersionProof({ proof: { event, decisionHash, parts, objections } }: { proof: Proof }) {
  return (
    <section className="card" id="proof">
      <h2>Check it yourself</h2>
      <dl className="version-facts">
        <div>
          <dt>In the record</dt>
          <dd>
            {event ? (
              <a href={`/record?before=${event.seq + 1}`}>
                Event {event.seq}, <span className="code">{event.shortHash}</span>
              </a>
            ) : (
              'Came with the atlas as it was first loaded; the record begins after it.'
            )}
          </dd>
        </div>
        <div>
          <dt>Hash of the decision</dt>
          <dd>
            <abbr className="code" title={decisionHash}>
              {decisionHash.slice(0, 4)}-{decisionHash.slice(4, 8)}
            </abbr>
          </dd>
        </div>
        {objections.length > 0 ? (
          <div>
            <dt>Objections to its draft</dt>
            <dd>{objections.map(({ label, n }) => `${n} ${label.toLowerCase()}`).join(', ')}</dd>
          </div>
        ) : null}
      </dl>
      <details>
        <summary>{parts.length === 1 ? 'The hash of its one part' : `The hashes of its ${parts.length} parts`}</summary>
        <dl className="version-facts">
          {parts.map(({ part, label, hash, shortHash }) => (
            <div key={part}>
              <dt>{label}</dt>
              <dd>
                <abbr className="code" title={hash}>
                  {shortHash}
                </abbr>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="ui">
        <a href="/record/bundle">Take everything that was decided as one file</a> and have it recounted away from this
        site: <span className="code">node scripts/verify-independent.mjs FILE</span>
      </p>
    </section>
  )
}
