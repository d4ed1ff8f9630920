/**
 * Rows as comma-separated values (RFC 4180) with a heading. A cell that a spreadsheet would run as a formula is set
 * off with an apostrophe, so that text written by anybody stays text.
 */
export function csv(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [...csvLines(heading, rows)].join('')
}

/** The same line by line, for a file that grows with the atlas. */
export function* csvLines(
  heading: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): Generator<string, void> {
  yield csvLine(heading)
  for (const row of rows) yield csvLine(row)
}

/** One row, with its line end. */
export function csvLine(row: readonly (string | number)[]): string {
  return `${row.map(cell).join(',')}\r\n`
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]./.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
