import type { EntryContent } from '../entries/kinds.ts'
import { kinds } from '../entries/kinds.ts'

/**
 * The question a ballot asks unless somebody words it otherwise.
 *
 * @param baseVersion the version the draft started from; null for a new entry.
 */
export function ballotQuestion(
  { kind, title }: Pick<EntryContent, 'kind' | 'title'>,
  baseVersion: number | null,
): string {
  return baseVersion === null
    ? `Shall “${title}” be published as a new ${kinds[kind].label.toLowerCase()}?`
    : `Shall this draft become version ${baseVersion + 1} of “${title}”?`
}
