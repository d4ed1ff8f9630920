import type { AgreedParts } from '#server/views/agreement-of.ts'
import { Panel } from './panel.tsx'

/** How far each part of the text is agreed: since which version, decided how, and what is argued about it. */
export function Agreement({ path, groups }: { path: string; groups: readonly AgreedParts[] }) {
  const all = groups.reduce((sum, { parts }) => sum + parts.length, 0)
  return (
    <Panel
      id="agreement"
      title="How far it is agreed"
      why="Each part counts from the version in which it last changed. A decision is about the words of that moment."
    >
      <dl className="agreement">
        {groups.map(({ n, parts, words, ballot }) => (
          <div key={n} className="agreement-part">
            <dt>
              <a href={`${path}/v/${n}`}>Since version {n}</a>
            </dt>
            <dd>
              <p>
                {parts.length === all && all > 1 ? `All ${all} parts` : parts.map(({ label }) => label).join(', ')}.{' '}
                {words}
                {words.endsWith('.') ? '' : '.'} {ballot ? <a href={ballot}>See the ballot</a> : null}
              </p>
              <Argued parts={parts} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Argued({ parts }: { parts: AgreedParts['parts'] }) {
  const argued = parts.filter(({ openThreads }) => openThreads > 0)
  if (argued.length === 0) return null
  return (
    <p className="muted">
      Argued now:{' '}
      {argued
        .map(({ label, openThreads }) => `${label} (${openThreads} open ${openThreads === 1 ? 'thread' : 'threads'})`)
        .join(', ')}
      .
    </p>
  )
}
