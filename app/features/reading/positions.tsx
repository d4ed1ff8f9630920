import { keyed } from '#app/features/versions/words.tsx'
import type { SourceRef } from '#domain/entries/kinds.ts'
import { safeUrl } from '#domain/prose/safe-url.ts'
import { dayInWords } from '#domain/text/day.ts'
import type { PersonPanels } from '#server/views/people-pages.ts'

const glyphs: Record<string, string> = {
  endorses: '▲',
  mixed: '◆',
  conditional: '◇',
  'evolved-toward': '↗',
  'evolved-away': '↘',
  opposes: '▼',
}

/** Where a person stands, strategy by strategy, each in our words with what it rests on. */
export function Positions({ positions }: { positions: PersonPanels['positions'] }) {
  return (
    <ul className="list-plain">
      {positions.map(({ strategy, title, href, stance, tentative, summary, sources }) => (
        <li key={strategy} className="position">
          <h3>{href ? <a href={href}>{title}</a> : `${title} (not in the atlas now)`}</h3>
          <p className="position-stance">
            {stance ? (
              <span className="state" title={stance.description}>
                <span aria-hidden="true">{glyphs[stance.id]}</span> {stance.name}
              </span>
            ) : null}
            {tentative ? <span className="state state-warn">? Tentative</span> : null}
          </p>
          {summary ? <p>{summary}</p> : null}
          <ul className="position-sources">
            {keyed(sources).map(({ key, ...source }) => (
              <li key={key}>
                <Source source={source} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Source({ source: { title, publisher, medium, date, url } }: { source: SourceRef }) {
  const href = safeUrl(url)
  const rest = [publisher, medium, date ? dayInWords(date) : 'undated'].filter(Boolean).join(', ')
  return (
    <>
      {href ? (
        <a href={href} rel="noopener noreferrer nofollow ugc">
          {title}
        </a>
      ) : (
        title
      )}{' '}
      <span className="muted">{rest}</span>
    </>
  )
}
