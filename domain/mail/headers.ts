import { oneLine } from '../text/limits.ts'

/** Longest subject, in UTF-16 code units; more is cut. */
const longest = 160

/** A subject or a name as one line: no control character of it reaches a header ([M6]). */
export function headerLine(input: string): string {
  const line = oneLine(input.replace(/[\u0080-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' '))
  return line.length <= longest ? line : `${[...line.slice(0, longest - 1)].join('').trimEnd()}…`
}

/** Whether this can stand as the one address of a mail: a line end, a comma or a quote would be more than that ([M6]). */
export function isOneAddress(input: string): boolean {
  return input.length <= 254 && /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+$/.test(input) && !hasControl(input)
}

/** Whether a header may be sent: a name of letters and hyphens, a value of one line. */
export function isHeader(name: string, value: string): boolean {
  return /^[A-Za-z][A-Za-z-]*$/.test(name) && !hasControl(value)
}

function hasControl(input: string): boolean {
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(input)
}
