import { diffArrays } from 'diff'
import type { Block } from '../prose/tree.ts'
import { canonicalJson } from '../record/canonical-json.ts'
import type { PartContent } from './place.ts'

/** Blocks of the base from `from` to before `to` become `put`. */
interface Hunk {
  from: number
  to: number
  put: Block[]
}

/**
 * The text that holds both what others changed and what is proposed, block by block (three-way merge); null where the
 * two touch the same block or the same gap, or where the part is no section ([G7]).
 */
export function mergedPart(base: PartContent, present: PartContent, proposed: PartContent): Block[] | null {
  if (!Array.isArray(base) || !Array.isArray(present) || !Array.isArray(proposed)) return null
  const ours = hunks(base, present)
  const theirs = hunks(base, proposed)
  if (ours.some((one) => theirs.some((other) => meet(one, other)))) return null
  const all = [...ours, ...theirs].sort((a, b) => a.from - b.from)
  const merged: Block[] = []
  let at = 0
  for (const { from, to, put } of all) {
    merged.push(...base.slice(at, from), ...put)
    at = to
  }
  return [...merged, ...base.slice(at)]
}

/** A block that is replaced and a gap right beside it meet too: nobody can tell which of the two comes first. */
function meet(a: Hunk, b: Hunk): boolean {
  return a.from <= b.to && b.from <= a.to
}

function hunks(base: readonly Block[], next: readonly Block[]): Hunk[] {
  const found: Hunk[] = []
  let [at, taken] = [0, 0]
  let open: Hunk | null = null
  for (const { added, removed, count } of diffArrays(base.map(canonicalJson), next.map(canonicalJson))) {
    if (!added && !removed) {
      open = null
      at += count
      taken += count
      continue
    }
    if (!open) {
      open = { from: at, to: at, put: [] }
      found.push(open)
    }
    if (removed) {
      at += count
      open.to = at
    } else {
      open.put.push(...next.slice(taken, taken + count))
      taken += count
    }
  }
  return found
}
