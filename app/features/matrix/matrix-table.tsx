import gridScript from '#app/features/matrix/keyboard-grid.js?url'
import sheet from '#app/styles/matrix-sheet.css?url'
import type { MatrixPage } from '#server/views/matrix-page.ts'

type Grid = NonNullable<MatrixPage['grid']>

const marks: Record<string, { className: string; mark: string; word: string }> = {
  x: { className: 'c', mark: '✕', word: 'conflict' },
  '+': { className: 'p', mark: '+', word: 'complement' },
  '=': { className: 't', mark: '=', word: 'twin' },
}

/** A lever with fewer columns than this has no room for its name above them. */
const nameFits = 2

/**
 * Strategies against strategies. Names of elements are short because there are thousands: the page stays small enough
 * for a telephone.
 *
 * @param keep the filters of this page as a query, to which a cell is added.
 */
export function MatrixTable({ grid, keep, cell }: { grid: Grid; keep: string; cell: string | undefined }) {
  const columns = grid.columns.flatMap(({ strategies }) => strategies)
  const firsts = new Set(grid.columns.map(({ strategies }) => strategies[0]?.slug))
  const href = (a: string, b: string) => `?${keep}cell=${a}~${b}#cell`
  return (
    <>
      <link rel="stylesheet" href={sheet} media="print" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="mx-scroll" tabIndex={0} aria-label="Matrix of relations, scrolls both ways">
        <table className="mx" id="matrix" data-grid="">
          <caption className="visually-hidden">
            Relations between strategies, grouped by lever. Arrow keys move from cell to cell, Enter opens one.
          </caption>
          <colgroup>
            <col />
            <col span={columns.length} />
          </colgroup>
          <thead>
            <tr>
              <td rowSpan={2} />
              {grid.columns.map(({ id, name, strategies }) => (
                <th key={id} scope="colgroup" colSpan={strategies.length} className="f" title={name}>
                  <span className={strategies.length < nameFits ? 'visually-hidden' : undefined}>{name}</span>
                </th>
              ))}
            </tr>
            <tr>
              {columns.map(({ slug, title }) => (
                <th key={slug} scope="col" className={firsts.has(slug) ? 'f' : undefined}>
                  <a href={`/strategies/${slug}`}>{title}</a>
                </th>
              ))}
            </tr>
          </thead>
          {grid.rows.map((group) => (
            <tbody key={group.id}>
              <tr className="g">
                <th scope="rowgroup">{group.name}</th>
                <td colSpan={columns.length} />
              </tr>
              {group.strategies.map((row, i) => (
                <tr key={row.slug}>
                  <th scope="row">
                    <a href={`/strategies/${row.slug}`}>{row.title}</a>
                  </th>
                  {columns.map((column, j) => {
                    const letter = group.cells[i]?.[j] ?? '.'
                    const mark = marks[letter]
                    if (!mark) return <td key={column.slug} className={letter === 'o' ? 'o' : undefined} />
                    const here = `${row.slug}~${column.slug}` === cell
                    return (
                      <td key={column.slug}>
                        <a
                          className={mark.className}
                          href={href(row.slug, column.slug)}
                          aria-label={mark.word}
                          aria-current={here ? 'true' : undefined}
                        >
                          {mark.mark}
                        </a>
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <script type="module" src={gridScript} />
    </>
  )
}
