interface ContentsProps {
  /** How many minority notes the page ends with. */
  notes: number
  /** The page shows where members stand. */
  members?: boolean | undefined
}

/** The panels of a strategy, in their order. */
function contentsOf(notes: number, members: boolean) {
  return [
    { id: 'mechanism', label: 'Mechanism' },
    { id: 'binds-next', label: 'What binds next' },
    { id: 'falsification', label: 'Falsification signal' },
    { id: 'threshold', label: 'Threshold' },
    { id: 'analogue', label: 'Historical analogue' },
    { id: 'vintages', label: 'What the name has meant' },
    { id: 'commitments', label: 'Commitments' },
    { id: 'scenarios', label: 'Scenarios' },
    { id: 'people', label: 'People on the record' },
    ...(members ? [{ id: 'positions', label: 'Where members stand' }] : []),
    { id: 'coordinates', label: 'Coordinates' },
    { id: 'conflicts', label: 'Conflicts' },
    { id: 'complements', label: 'Complements' },
    { id: 'twins', label: 'Same-lever twins' },
    { id: 'axes', label: 'Axis position' },
    { id: 'source', label: 'Source note' },
    ...(notes > 0 ? [{ id: 'minority-notes', label: notes === 1 ? 'Minority note' : 'Minority notes' }] : []),
    { id: 'links-here', label: 'What links here' },
    { id: 'threads', label: 'Argued here' },
  ]
}

/** Contents beside the text. */
export function Rail({ notes, members }: ContentsProps) {
  return (
    <nav className="rail no-print" aria-label="On this page">
      <Links notes={notes} members={members} />
    </nav>
  )
}

/** Contents above the text, where there is no room beside it. */
export function FoldedContents({ notes, members }: ContentsProps) {
  return (
    <details className="folded-contents no-print">
      <summary>On this page</summary>
      <nav aria-label="On this page, folded">
        <Links notes={notes} members={members} />
      </nav>
    </details>
  )
}

function Links({ notes, members = false }: ContentsProps) {
  return (
    <ul className="list-plain">
      {contentsOf(notes, members).map(({ id, label }) => (
        <li key={id}>
          <a href={`#${id}`}>{label}</a>
        </li>
      ))}
    </ul>
  )
}
