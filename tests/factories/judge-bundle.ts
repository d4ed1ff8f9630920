import type { Checkpoint } from '../../domain/record/checkpoint.ts'
import { Lie as IndependentLie } from '../../scripts/count-independent.mjs'
import { Independent } from '../../scripts/verify-independent.mjs'
import { BadFile, Lie } from '../../server/cli/verify/faults.ts'
import { Verification } from '../../server/cli/verify/verify-bundle.ts'

/** What both verifiers say of a bundle: null where it holds, otherwise what is wrong. Anything but that is thrown. */
export function judge(
  lines: readonly string[],
  kept: readonly Checkpoint[] = [],
): { ours: string | null; other: string | null } {
  return { ours: ours(lines, kept), other: independently(lines, kept) }
}

function ours(lines: readonly string[], kept: readonly Checkpoint[]): string | null {
  try {
    const verification = new Verification()
    for (const line of lines) verification.take(line)
    verification.end(kept)
    return null
  } catch (error) {
    if (error instanceof Lie || error instanceof BadFile) return error.message
    throw error
  }
}

/** The independent one has no words for a file that is no bundle at all. */
function independently(lines: readonly string[], kept: readonly Checkpoint[]): string | null {
  try {
    const all = new Independent()
    for (const line of lines) all.take(line)
    all.end(kept)
    return null
  } catch (error) {
    return error instanceof IndependentLie ? error.message : `cannot be read: ${error}`
  }
}
