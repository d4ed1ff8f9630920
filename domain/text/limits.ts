/** The longest text of each kind, in UTF-16 code units. Longer input is refused with the field's name, never cut. */
export const limits = {
  title: 200,
  name: 80,
  email: 254,
  bio: 500,
  contribution: 20_000,
  reason: 4_000,
  note: 4_000,
  headerField: 2_000,
  candidate: 4_000,
  question: 400,
  fewWords: 400,
  section: 256_000,
  fieldText: 4_000,
} as const

/** Tidies one line of typed text: NFC, no control characters, single spaces, trimmed. */
export function oneLine(input: string): string {
  return input
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Tidies running text: NFC, LF line ends, no control characters but line feed and tab, trimmed at the end. */
export function manyLines(input: string): string {
  return input
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trimEnd()
}
