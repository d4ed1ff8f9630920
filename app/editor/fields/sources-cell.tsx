import { useId } from 'react'
import type { SourceRef } from '#domain/entries/kinds.ts'

interface SourcesCellProps {
  label: string
  sources: SourceRef[]
  disabled: boolean
  onChange: (sources: SourceRef[]) => void
}

const parts = [
  { id: 'title', label: 'Title' },
  { id: 'publisher', label: 'Publisher' },
  { id: 'url', label: 'Address' },
  { id: 'medium', label: 'Medium' },
  { id: 'date', label: 'Date' },
] as const satisfies { id: keyof SourceRef; label: string }[]

const blank: SourceRef = { title: '', publisher: '', url: '', medium: '', date: '' }
/** The document refuses more. */
const mostSources = 50

/** The sources of one row, in a block of their own. */
export function SourcesCell({ label, sources, disabled, onChange }: SourcesCellProps) {
  const id = useId()
  const change = (at: number, next: Partial<SourceRef>) =>
    onChange(sources.map((source, i) => (i === at ? { ...source, ...next } : source)))
  return (
    <details className="sources-cell">
      <summary>
        {label} ({sources.length})
      </summary>
      {sources.map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source has no name but its place in the row
        <fieldset key={at} aria-label={`Source ${at + 1}`}>
          {parts.map((part) => (
            <div key={part.id} className="draft-cell">
              <label htmlFor={`${id}-${at}-${part.id}`}>{part.label}</label>
              <input
                id={`${id}-${at}-${part.id}`}
                type="text"
                maxLength={2000}
                value={source[part.id] ?? ''}
                disabled={disabled}
                onChange={(event) => change(at, { [part.id]: event.target.value })}
              />
            </div>
          ))}
          <button
            type="button"
            className="button button-small button-quiet"
            disabled={disabled}
            onClick={() => onChange(sources.filter((_, i) => i !== at))}
          >
            Remove source {at + 1}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        className="button button-small"
        disabled={disabled || sources.length >= mostSources}
        onClick={() => onChange([...sources, blank])}
      >
        Add a source
      </button>
    </details>
  )
}
