/**
 * Rows as comma-separated values (RFC 4180) with a heading. A cell that a spreadsheet would run as a formula is set
 * off with an apostrophe, so that text written by anybody stays text.
 */
export function csv(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [heading, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]./.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
