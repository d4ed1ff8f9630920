import type { TypedSource } from '#server/usecases/sources/read-sources.ts'

/** The fields of the one source that a form takes, without what stands before each name. */
const parts = ['entry', 'url', 'title', 'publisher', 'date', 'archiveHash', 'status'] as const
export type SourcePart = (typeof parts)[number]

/** What the input of a part is called; the same names as in refusals. */
export function sourceName(part: SourcePart): `sources.0.${SourcePart}` {
  return `sources.0.${part}`
}

/** Was anything of a source typed? A status is always chosen, so it alone says nothing. */
export function hasSource(typed: Record<string, string>): boolean {
  return parts.some((part) => part !== 'status' && (typed[sourceName(part)] ?? '').trim() !== '')
}

/** The source that was typed into a form; none where its part of the form was left empty. */
export function typedSources(typed: Record<string, string>): TypedSource[] {
  if (!hasSource(typed)) return []
  return [Object.fromEntries(parts.map((part) => [part, typed[sourceName(part)]]))]
}

/** What was typed besides the text of a contribution: its source, and what it names. */
export function typedEvidence(typed: Record<string, string>): Record<string, string> {
  const names = [...parts.map(sourceName), 'seeAlso']
  return Object.fromEntries(names.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])))
}
