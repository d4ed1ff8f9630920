import type { Block, Inline, List } from '../prose/tree.ts'
import { normaliseContent } from './content-hash.ts'
import type { EntryContent } from './kinds.ts'

/** What stands where words were removed. */
export const redactionMark = '[removed]'

/** What a redaction removes: words wherever they stand, or all of one section. */
export type Redaction = { words: string } | { section: string }

/** Finds words whatever the case of their letters; any white space between them counts as one. */
function pattern(words: string): RegExp {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(parts.join('\\s+'), 'giu')
}

/** A text with the words replaced by the mark. */
export function redactText(text: string, words: string): string {
  return text.replace(pattern(words), redactionMark)
}

/** Whether a text says the words. */
export function says(text: string, words: string): boolean {
  return pattern(words).test(text)
}

/**
 * Content without what a redaction removes: in prose also where the words run over marks and links, in fields and
 * reasons wherever they stand. A link whose address says the words goes; its text stays.
 */
export function redactContent(content: EntryContent, redaction: Redaction): EntryContent {
  if ('section' in redaction) {
    return normaliseContent({ ...content, sections: { ...content.sections, [redaction.section]: [] } })
  }
  const { words } = redaction
  const sections = Object.fromEntries(
    Object.entries(content.sections).map(([id, blocks]) => [id, blocks.map((block) => redactBlock(block, words))]),
  )
  const { title, fields, declarations } = content
  return normaliseContent({
    ...content,
    sections,
    title: redactText(title, words),
    fields: redactValue(fields, words) as EntryContent['fields'],
    declarations: declarations.map((one) => ({ ...one, rationale: redactText(one.rationale, words) })),
  })
}

function redactValue(value: unknown, words: string): unknown {
  if (typeof value === 'string') return redactText(value, words)
  if (Array.isArray(value)) return value.map((one) => redactValue(one, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redactValue(one, words)]))
}

function redactBlock<B extends Block>(block: B, words: string): B {
  return block.type === 'list'
    ? (redactList(block, words) as B)
    : { ...block, children: redactInline(block.children, words) }
}

function redactList(list: List, words: string): List {
  const items = list.items.map((item) => ({
    ...item,
    children: redactInline(item.children, words),
    ...(item.list && { list: redactList(item.list, words) }),
  }))
  return { ...list, items }
}

function redactInline(children: readonly Inline[], words: string): Inline[] {
  const whole = textOf(children)
  const found = [...whole.matchAll(pattern(words))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
  let at = 0
  const redact = <N extends Inline>(node: N): N[] => {
    if (node.type === 'link') {
      const inside = node.children.flatMap((child) => redact(child))
      return (says(node.url, words) || says(decoded(node.url), words) ? inside : [{ ...node, children: inside }]) as N[]
    }
    const from = at
    const text = node.type === 'text' ? node.text : '\n'
    at += text.length
    if (node.type === 'break') return found.some((one) => one.from <= from && at <= one.to) ? [] : [node]
    return [{ ...node, text: cut(text, from, found) }]
  }
  return children.flatMap((child) => redact(child)).filter((node) => node.type !== 'text' || node.text !== '')
}

/** The part of a run of text that stays; the mark stands where the words began. */
function cut(text: string, start: number, found: readonly { from: number; to: number }[]): string {
  let kept = ''
  let at = start
  const end = start + text.length
  for (const { from, to } of found) {
    if (to <= start || from >= end) continue
    kept += text.slice(at - start, Math.max(from, start) - start)
    if (from >= start) kept += redactionMark
    at = Math.min(to, end)
  }
  return kept + text.slice(at - start)
}

function textOf(children: readonly Inline[]): string {
  return children
    .map((node) => (node.type === 'text' ? node.text : node.type === 'break' ? '\n' : textOf(node.children)))
    .join('')
}

function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
