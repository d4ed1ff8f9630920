import { createHash } from 'node:crypto'

/** So many words in a row, the same as elsewhere, are no longer chance. */
export const runLength = 8

/** Hashes of every run of eight words, in lower case and without punctuation; the words themselves cannot be read back. */
export function hashedRuns(text: string): Map<string, string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const runs = words.slice(runLength - 1).map((_, i) => words.slice(i, i + runLength).join(' '))
  return new Map(runs.map((run) => [createHash('sha256').update(run).digest('hex').slice(0, 16), run]))
}
