import type { Declaration, EntryContent, FieldValue } from '#domain/entries/kinds.ts'
import { kinds } from '#domain/entries/kinds.ts'
import { plainText } from '#domain/prose/tree.ts'

/** The words of a draft as plain text, section by section, for a person to keep. */
export function copyOf(content: EntryContent): string {
  const { sections, fields } = kinds[content.kind]
  const parts = [content.title]
  for (const { id, label } of sections) {
    const blocks = content.sections[id]
    if (blocks) parts.push(`${label}\n\n${plainText(blocks)}`)
  }
  const values = fields.flatMap(({ id, label }) => {
    const value = content.fields[id]
    return value === undefined ? [] : [`${label}: ${fieldWords(value)}`]
  })
  const relations = content.declarations.map(relationWords)
  if (values.length > 0) parts.push(values.join('\n'))
  if (relations.length > 0) parts.push(relations.join('\n'))
  return `${parts.join('\n\n\n')}\n`
}

export function fieldWords(value: FieldValue): string {
  if (value === true) return 'yes'
  if (!Array.isArray(value)) return String(value)
  return value.map((member) => (typeof member === 'string' ? member : JSON.stringify(member))).join(', ')
}

export function relationWords({ kind, to, rationale }: Declaration): string {
  return `${kind} with ${to}: ${rationale}`
}

/** Hands the browser a text file of the draft as this page has it, sent or not. */
export function downloadCopy(content: EntryContent): void {
  downloadText(content.title, copyOf(content))
}

export function downloadText(title: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${title.replace(/[^\p{L}\p{N}]+/gu, '-') || 'draft'}.txt`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
