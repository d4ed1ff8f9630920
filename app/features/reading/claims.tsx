import { keyed } from '#app/features/versions/words.tsx'
import type { SourcePanels } from '#server/views/source-pages.ts'

const looks: Record<string, { glyph: string; tone: string }> = {
  advocacy: { glyph: '!', tone: 'state-info' },
  reported: { glyph: '“', tone: '' },
  established: { glyph: '✓', tone: 'state-ok' },
  contested: { glyph: '⇄', tone: 'state-warn' },
  unverified: { glyph: '?', tone: 'state-warn' },
  'off-topic': { glyph: '–', tone: '' },
}

/** What a document claims, each claim with how far it can be relied on. */
export function Claims({ claims, statusCounts }: Pick<SourcePanels, 'claims' | 'statusCounts'>) {
  return (
    <>
      <table className="table claims">
        <caption className="visually-hidden">Claims and their status</caption>
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {keyed(claims).map(({ key, text, status }) => (
            <tr key={key}>
              <td>{text}</td>
              <td>{status ? <ClaimStatus id={status.id} label={status.label} /> : 'Not said'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="claim-key">
        {statusCounts.map(({ id, label, description, n }) => (
          <div key={id}>
            <dt>
              <ClaimStatus id={id} label={label} /> <span className="count">{n}</span>
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function ClaimStatus({ id, label }: { id: string; label: string }) {
  return (
    <span className={`state ${looks[id]?.tone ?? ''}`}>
      <span aria-hidden="true">{looks[id]?.glyph}</span> {label}
    </span>
  )
}
