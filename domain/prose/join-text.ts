import type { Inline } from './tree.ts'

/** Leaves out empty text and joins neighbours that carry the same marks. */
export function joinText<T extends Inline>(nodes: readonly T[]): T[] {
  const joined: T[] = []
  for (const node of nodes) {
    if (node.type === 'text' && node.text === '') continue
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text' && String(node.marks ?? '') === String(last.marks ?? '')) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text }
    } else joined.push(node)
  }
  return joined
}
