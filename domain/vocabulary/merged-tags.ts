import { setField } from '../entries/field-values.ts'
import type { EntryContent } from '../entries/kinds.ts'

/** The field whose members are tags; a person's categories are tags as well. */
export function tagField({ kind }: Pick<EntryContent, 'kind'>): 'tags' | 'categories' {
  return kind === 'person' ? 'categories' : 'tags'
}

/**
 * What an entry says, with merged tags as the tags they went into ([U25]).
 *
 * @returns `written` where that differs from what its version says.
 */
export function withMergedTags(
  content: EntryContent,
  merged: ReadonlyMap<string, string>,
): { content: EntryContent; written?: EntryContent } {
  const field = tagField(content)
  const tags = setField(content, field)
  if (merged.size === 0 || !tags.some((tag) => merged.has(tag))) return { content }
  const shown = [...new Set(tags.map((tag) => merged.get(tag) ?? tag))].sort()
  return { content: { ...content, fields: { ...content.fields, [field]: shown } }, written: content }
}
