import type { ReactNode } from 'react'

interface ChartFrameProps {
  id: string
  /** What the picture shows, as a finding where there is one. */
  title: string
  /** Unit and number of cases. */
  n: ReactNode
  /** How to read the picture. */
  note?: ReactNode
  svg: string
  csv: string
  /** The same numbers as a table. */
  table: ReactNode
  /** The table stands open under the picture. */
  open?: boolean
  /** The picture drawn for a narrow screen; without it the picture scrolls there. */
  narrow?: ReactNode
  /** On a narrow screen the table stands in place of the picture, which is too wide to be read there. */
  tableOnPhone?: boolean
  children: ReactNode
}

/** The frame of every picture: title, number of cases, downloads, and the same numbers as a table. */
export function ChartFrame(props: ChartFrameProps) {
  const { id, title, n, note, svg, csv, table, open, narrow, tableOnPhone, children } = props
  return (
    <figure className={tableOnPhone ? 'chart chart-table-on-phone' : 'chart'} id={id} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 id={`${id}-title`}>{title}</h2>
        <p className="ui muted">{n}</p>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="chart-scroll" tabIndex={0} aria-label={`Picture: ${title}`}>
        {narrow ? (
          <>
            <div className="chart-wide">{children}</div>
            <div className="chart-narrow">{narrow}</div>
          </>
        ) : (
          children
        )}
      </section>
      {note ? <p className="ui muted chart-note-line">{note}</p> : null}
      <p className="view-links ui no-print">
        <a href={svg}>Download SVG</a>
        <a href={svg.replace('.svg', '.png')}>Download PNG</a>
        <a href={csv}>Download CSV</a>
      </p>
      {open ? (
        table
      ) : (
        <details className="chart-table">
          <summary>The same as a table</summary>
          {table}
        </details>
      )}
    </figure>
  )
}
