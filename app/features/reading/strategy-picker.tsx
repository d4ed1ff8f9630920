import type { ReactNode } from 'react'

interface StrategyPickerProps {
  action: string
  label: string
  button: string
  titles: readonly string[]
  /** What the address keeps besides. */
  keep: Readonly<Record<string, string>>
  children?: ReactNode
}

/** Adds a strategy by its title to what an address already names. */
export function StrategyPicker({ action, label, button, titles, keep, children }: StrategyPickerProps) {
  return (
    <form method="get" action={action} className="picker">
      {Object.entries(keep).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <label htmlFor="picker-add">{label}</label>
      <span className="picker-line">
        <input type="search" id="picker-add" name="add" list="picker-titles" maxLength={120} autoComplete="off" />
        <button type="submit" className="button button-primary">
          {button}
        </button>
      </span>
      <datalist id="picker-titles">
        {titles.map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
      {children}
    </form>
  )
}

interface UnknownStrategiesProps {
  unknown: readonly { wanted: string; nearest: readonly { slug: string; title: string }[] }[]
  left?: number
  most?: number
  /** The address with one of the nearest in place of what was asked for. */
  hrefFor: (slug: string) => string
}

/** What was asked for and is not there, with titles that are spelled alike. */
export function UnknownStrategies({ unknown, left = 0, most = 0, hrefFor }: UnknownStrategiesProps) {
  if (unknown.length === 0 && left === 0) return null
  return (
    <div className="notice notice-warn" role="status">
      {unknown.map(({ wanted, nearest }) => (
        <p key={wanted}>
          No strategy is called “{wanted}”.
          {nearest.length > 0 ? ' Spelled alike: ' : null}
          {nearest.map(({ slug, title }, i) => (
            <span key={slug}>
              {i > 0 ? ', ' : ''}
              <a href={hrefFor(slug)}>{title}</a>
            </span>
          ))}
        </p>
      ))}
      {left > 0 ? (
        <p>
          Only the first {most} are taken; {left} more were asked for.
        </p>
      ) : null}
    </div>
  )
}
