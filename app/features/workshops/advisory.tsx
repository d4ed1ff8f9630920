import type { Advisory } from '#domain/workshops/advisory.ts'
import { advisorySources, advisoryWords, stanceLine } from '#domain/workshops/advisory.ts'

/** What stood beside a ballot, by how it was taken, and that it is not counted; nothing where nothing did. */
export function AdvisoryAnswers({ advisory, className }: { advisory: Advisory | null; className?: string }) {
  const said = advisorySources.filter((source) => advisory?.[source])
  if (!advisory || said.length === 0) return null
  return (
    <dl className={className ?? 'advisory'}>
      {said.map((source) => (
        <div key={source}>
          <dt>
            <strong>Not counted.</strong> {advisoryWords[source]}
          </dt>
          <dd>{advisory[source] ? stanceLine(advisory[source]) : null}</dd>
        </div>
      ))}
    </dl>
  )
}
