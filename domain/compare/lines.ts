import type { WordPart } from './words.ts'

/** One paragraph of a comparison. `moved`: it stands elsewhere in the other text, word for word. */
export interface Line {
  parts: WordPart[]
  state: 'kept' | 'changed' | 'added' | 'removed' | 'moved-here' | 'moved-away'
}

/** Paragraphs shorter than this repeat by chance and are not called moved. */
const shortestMoved = 24

/**
 * Cuts a comparison into paragraphs. An added or removed line feed between words that stay splits or joins paragraphs
 * and is kept inside as a part of its own (SPEC [C4]); every other line feed ends a paragraph and is left out.
 */
export function toLines(parts: readonly WordPart[]): Line[] {
  const rows: WordPart[][] = []
  let row: WordPart[] = []
  const { pieces, breaks } = atLineFeeds(parts)
  for (const [i, piece] of pieces.entries()) {
    row.push(...piece)
    const op = breaks[i]
    if (op && op !== 'kept' && !isAll(op, piece) && !isAll(op, pieces[i + 1] ?? [])) {
      row.push({ op, text: '\n' })
    } else {
      if (row.length > 0) rows.push(row)
      row = []
    }
  }
  return markMoved(rows.map((parts) => ({ parts, state: stateOf(parts) })))
}

function atLineFeeds(parts: readonly WordPart[]): { pieces: WordPart[][]; breaks: WordPart['op'][] } {
  let piece: WordPart[] = []
  const pieces = [piece]
  const breaks: WordPart['op'][] = []
  for (const { op, text } of parts) {
    for (const run of text.match(/\n|[^\n]+/g) ?? []) {
      if (run !== '\n') piece.push({ op, text: run })
      else {
        breaks.push(op)
        piece = []
        pieces.push(piece)
      }
    }
  }
  return { pieces, breaks }
}

function isAll(op: WordPart['op'], parts: readonly WordPart[]): boolean {
  return parts.every((part) => part.op === op)
}

function stateOf(row: readonly WordPart[]): Line['state'] {
  const op = row[0]?.op ?? 'kept'
  return isAll(op, row) ? op : 'changed'
}

function markMoved(lines: Line[]): Line[] {
  const words = (line: Line) => line.parts.map((part) => part.text).join('')
  const gone = lines.filter((line) => line.state === 'removed')
  for (const line of lines) {
    if (line.state !== 'added' || words(line).length < shortestMoved) continue
    const source = gone.find((other) => other.state === 'removed' && words(other) === words(line))
    if (!source) continue
    source.state = 'moved-away'
    line.state = 'moved-here'
  }
  return lines
}
