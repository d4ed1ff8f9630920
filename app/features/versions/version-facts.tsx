import { Time } from '#app/components/time.tsx'
import type { VersionHead } from '#server/views/version-of.ts'

const kindWords = {
  import: 'Imported',
  publish: 'Published',
  rollback: 'Rolled back',
  withdraw: 'Withdrawn',
  variant: 'Kept',
} as const

/** How a version came about: when, who wrote it, what decided it, and the hash of its text. */
export function VersionFacts({ version }: { version: VersionHead }) {
  const { kind, publishedAt, authors, authorShares, tookPart, decision, shortHash, contentHash } = version
  return (
    <dl className="version-facts">
      <div>
        <dt>{kindWords[kind]}</dt>
        <dd>
          <Time at={publishedAt} />
        </dd>
      </div>
      <div>
        <dt>Authors</dt>
        <dd>
          {authorShares.length > 0
            ? authorShares.map(({ name, share }) => `${name} (${share} %)`).join(', ')
            : authors.length > 0
              ? authors.join(', ')
              : 'Not recorded'}
        </dd>
      </div>
      {tookPart.length > 0 ? (
        <div>
          <dt>Took part</dt>
          <dd>{tookPart.join(', ')}</dd>
        </div>
      ) : null}
      <div>
        <dt>Decision</dt>
        <dd>
          {decision.summary} {decision.ballot ? <a href={decision.ballot}>See the ballot</a> : null}
        </dd>
      </div>
      <div>
        <dt>Content hash</dt>
        <dd>
          <abbr className="code" title={contentHash}>
            {shortHash}
          </abbr>
        </dd>
      </div>
    </dl>
  )
}
