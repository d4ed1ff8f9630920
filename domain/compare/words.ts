import { diffArrays } from 'diff'

export interface WordPart {
  op: 'kept' | 'added' | 'removed'
  text: string
}

/** Words, single line feeds, other white space, and every other sign by itself. */
const token = /\n|[^\S\n]+|[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_]|['’](?=\p{L}))*|[^\s]/gu
const paragraphs = /\n|[^\n]+/g

/** Differences beyond which the next coarser comparison is used, so that no pair of texts takes long. */
const mostDifferences = 4_000

/** Compares two texts word by word (SPEC [C1]–[C3], [C8]). */
export function compareWords(before: string, after: string): WordPart[] {
  if (before === after) return before === '' ? [] : [{ op: 'kept', text: before }]
  const parts = compareTokens(before, after, token) ?? compareTokens(before, after, paragraphs)
  return tidy(
    parts ?? [
      { op: 'removed', text: before },
      { op: 'added', text: after },
    ],
  )
}

/** Number of places in which parts differ; a removal followed by an addition is one change. */
export function countChanges(parts: readonly WordPart[]): number {
  return parts.filter((part, i) => part.op !== 'kept' && (i === 0 || parts[i - 1]?.op === 'kept')).length
}

function compareTokens(before: string, after: string, pattern: RegExp): WordPart[] | null {
  const changes = diffArrays(before.match(pattern) ?? [], after.match(pattern) ?? [], {
    maxEditLength: mostDifferences,
  })
  if (!changes) return null
  return changes.map(({ added, removed, value }) => ({
    op: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(''),
  }))
}

/**
 * Makes a comparison readable: a lone blank between two changes belongs to both of them, and in each run of
 * changes what was removed comes first.
 */
function tidy(parts: readonly WordPart[]): WordPart[] {
  const result: WordPart[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed !== '') result.push({ op: 'removed', text: removed })
    if (added !== '') result.push({ op: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [i, part] of parts.entries()) {
    if (part.op === 'removed') removed += part.text
    else if (part.op === 'added') added += part.text
    else if (/^[^\S\n]+$/.test(part.text) && removed !== '' && added !== '' && i < parts.length - 1) {
      removed += part.text
      added += part.text
    } else {
      flush()
      result.push(part)
    }
  }
  flush()
  return result
}
