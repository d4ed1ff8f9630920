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
  const [old, next] = [before.match(pattern) ?? [], after.match(pattern) ?? []]
  // Each token that one side has more than the other is a difference; the search would end without a result too.
  if (Math.abs(old.length - next.length) > mostDifferences) return null
  const changes = diffArrays(old, next, { maxEditLength: mostDifferences })
  if (!changes) return null
  return changes.map(({ added, removed, value }) => ({
    op: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(''),
  }))
}

/**
 * Makes a comparison readable: words that stayed by chance between two larger changes belong to both of them, and in
 * each run of changes what was removed comes first.
 */
function tidy(parts: readonly WordPart[]): WordPart[] {
  const runs: { removed: string; added: string; kept: string }[] = [{ removed: '', added: '', kept: '' }]
  for (const { op, text } of parts) {
    const last = runs.at(-1)
    if (last && (op === 'kept' || last.kept === '')) last[op] += text
    else runs.push({ removed: '', added: '', kept: '', [op]: text })
  }
  return absorbed(runs).flatMap(({ removed, added, kept }) => [
    ...(removed === '' ? [] : [{ op: 'removed' as const, text: removed }]),
    ...(added === '' ? [] : [{ op: 'added' as const, text: added }]),
    ...(kept === '' ? [] : [{ op: 'kept' as const, text: kept }]),
  ])
}

interface Run {
  removed: string
  added: string
  /** What stayed after the change. */
  kept: string
}

/** A paragraph's end always stays; anything else has to be longer than one of the changes beside it. */
function absorbed(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const before = result.at(-1)
    const chance = before && !before.kept.includes('\n') && before.kept.length <= Math.min(size(before), size(run))
    if (before && chance) {
      before.removed += before.kept + run.removed
      before.added += before.kept + run.added
      before.kept = run.kept
    } else result.push({ ...run })
  }
  return result
}

function size({ removed, added }: Run): number {
  return Math.max(removed.length, added.length)
}
