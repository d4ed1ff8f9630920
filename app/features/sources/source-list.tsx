import type { ReactNode } from 'react'
import { useId } from 'react'
import { CopyButton } from '#app/components/copy-button.tsx'
import { Day } from '#app/components/day.tsx'
import { safeUrl } from '#domain/prose/safe-url.ts'
import { startOfDay } from '#domain/text/day.ts'
import type { AttachedSource } from '#server/views/attached-sources.ts'

interface Props {
  sources: readonly AttachedSource[]
  /** What may be done with each. */
  act?(source: AttachedSource): ReactNode
}

/** What a contribution or an objection rests on, oldest first. */
export function SourceList({ sources, act }: Props) {
  const id = useId()
  if (sources.length === 0) return null
  return (
    <div className="evidence">
      <p className="evidence-label" id={id}>
        {sources.length === 1 ? 'Source' : 'Sources'}
      </p>
      <ul aria-labelledby={id}>
        {sources.map((source) => (
          <li key={source.id}>
            <SourceLine source={source} />
            {act?.(source)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function SourceLine({ source }: { source: AttachedSource }) {
  const { publisher, date, status, archiveHash } = source
  const at = startOfDay(date)
  return (
    <>
      <SourceLink source={source} />
      {publisher ? <>, {publisher}</> : null}
      {date ? <>, {Number.isFinite(at) ? <Day at={at} /> : date}</> : null}
      {source.ours ? <> (a source of this atlas)</> : null}
      {'. '}
      <span className="source-status">
        <strong>{status.label}</strong>
        {status.description ? `: ${status.description}` : null}
      </span>
      {archiveHash ? (
        <details className="source-copy">
          <summary>Archived copy</summary>
          <p>
            SHA-256 <code>{archiveHash}</code>{' '}
            <CopyButton text={archiveHash} what="the SHA-256 of the archived copy" className="button button-small" />
          </p>
        </details>
      ) : null}
    </>
  )
}

function SourceLink({ source: { href, title, ours } }: { source: AttachedSource }) {
  if (ours) return href === null ? <span>{title} (withdrawn)</span> : <a href={href}>{title}</a>
  const safe = href === null ? null : safeUrl(href)
  return safe ? (
    <a href={safe} rel="noopener noreferrer nofollow ugc">
      {title}
    </a>
  ) : (
    <span>{title}</span>
  )
}
