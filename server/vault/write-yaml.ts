import { identifier } from './yaml-reader.ts'

/** A free text, always double-quoted: JSON strings are YAML strings. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}

/** An identifier as it stands, anything else quoted. */
export function word(text: string): string {
  return identifier.test(text) && /[a-z]/.test(text) && !/^(true|false|null|\d+e\d+|0[xo]\w+)$/.test(text)
    ? text
    : quoted(text)
}

/** A list of identifiers on one line. */
export function words(list: readonly string[]): string {
  return `[${list.map(word).join(', ')}]`
}

/** A field of a record: its name, and its value as YAML or as the lines of a list of records. */
export type YamlField = [name: string, value: string | YamlField[][]]

/** The lines of a record's fields, each indented by so many spaces. */
export function recordLines(fields: readonly YamlField[], indent = 0): string[] {
  const space = ' '.repeat(indent)
  return fields.flatMap(([name, value]) => {
    if (typeof value === 'string') return [`${space}${name}: ${value}`]
    if (value.length === 0) return [`${space}${name}: []`]
    return [`${space}${name}:`, ...value.flatMap((record) => itemLines(record, indent + 2))]
  })
}

/** The lines of one record in a list. */
export function itemLines(record: readonly YamlField[], indent = 0): string[] {
  return recordLines(record, indent + 2).map((line, i) =>
    i === 0 ? `${' '.repeat(indent)}- ${line.trimStart()}` : line,
  )
}
