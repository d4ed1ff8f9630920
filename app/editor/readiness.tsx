import type { ReadinessItem } from '#domain/entries/completeness.ts'

const glyphs = { ready: '●', reason: '◐', empty: '○' } as const
const words = { ready: 'written', reason: 'reason given', empty: 'empty' } as const

/** The outline of the draft, saying of each part whether it is there. */
export function Readiness({ items }: { items: ReadinessItem[] }) {
  const needed = items.filter((item) => item.required)
  const open = needed.filter((item) => item.state === 'empty')
  return (
    <nav className="readiness" aria-label="Outline and readiness" data-region="outline" data-part="text" tabIndex={-1}>
      <h2>Outline</h2>
      <p className="readiness-sum">
        {open.length === 0
          ? `All ${needed.length} required parts are there.`
          : `${needed.length - open.length} of ${needed.length} required parts are there.`}
      </p>
      <ul className="list-plain">
        {items.map((item) => (
          <li key={item.id} className={`readiness-item readiness-${item.state}`}>
            <a href={`#${item.anchor}`}>
              <span aria-hidden="true">{glyphs[item.state]} </span>
              {item.label}
              <span className="visually-hidden">: {words[item.state]}</span>
              {item.required && item.state === 'empty' ? <span className="readiness-need"> needed</span> : null}
            </a>
          </li>
        ))}
      </ul>
      <p className="readiness-sum no-touch">
        <kbd>F6</kbd> moves on to the text, the side and the bar.
      </p>
    </nav>
  )
}
