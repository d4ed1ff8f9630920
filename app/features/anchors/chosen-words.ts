/** What an address or a form says of the words a thread is about, besides the place. */
const parts = ['quote', 'before', 'after', 'seen', 'version'] as const

/** Only these of the fields, and only those that are there. */
export function chosenWords(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(parts.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])))
}
