import type { StrategyPanels } from '#server/views/strategy-panels.ts'

interface ContentsProps {
  panels: StrategyPanels
  /** How many minority notes the page ends with. */
  notes: number
}

/** The panels that this strategy has, in their order. */
function contentsOf({ analogue, sections, vintages, commitments, scenarios }: StrategyPanels, notes: number) {
  const hasAnalogue = analogue || sections['analogue-produced'] || sections['analogue-failed']
  return [
    { id: 'mechanism', label: 'Mechanism' },
    { id: 'binds-next', label: 'What binds next' },
    { id: 'falsification', label: 'Falsification signal' },
    { id: 'threshold', label: 'Threshold' },
    ...(hasAnalogue ? [{ id: 'analogue', label: 'Historical analogue' }] : []),
    ...(vintages.length > 0 ? [{ id: 'vintages', label: 'What the name has meant' }] : []),
    ...(commitments.length > 0 ? [{ id: 'commitments', label: 'Commitments' }] : []),
    ...(scenarios.length > 0 ? [{ id: 'scenarios', label: 'Scenarios' }] : []),
    { id: 'people', label: 'People on the record' },
    { id: 'coordinates', label: 'Coordinates' },
    { id: 'conflicts', label: 'Conflicts' },
    { id: 'complements', label: 'Complements' },
    { id: 'twins', label: 'Same-lever twins' },
    { id: 'axes', label: 'Axis position' },
    { id: 'source', label: 'Source note' },
    ...(notes > 0 ? [{ id: 'minority-notes', label: notes === 1 ? 'Minority note' : 'Minority notes' }] : []),
  ]
}

/** Contents beside the text. */
export function Rail({ panels, notes }: ContentsProps) {
  return (
    <nav className="rail no-print" aria-label="On this page">
      <Links panels={panels} notes={notes} />
    </nav>
  )
}

/** Contents above the text, where there is no room beside it. */
export function FoldedContents({ panels, notes }: ContentsProps) {
  return (
    <details className="folded-contents no-print">
      <summary>On this page</summary>
      <nav aria-label="On this page, folded">
        <Links panels={panels} notes={notes} />
      </nav>
    </details>
  )
}

function Links({ panels, notes }: ContentsProps) {
  return (
    <ul className="list-plain">
      {contentsOf(panels, notes).map(({ id, label }) => (
        <li key={id}>
          <a href={`#${id}`}>{label}</a>
        </li>
      ))}
    </ul>
  )
}
