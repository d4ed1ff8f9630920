import type { Lie } from './faults.ts'
import type { Verified } from './verify-bundle.ts'

/** What was checked, in words, a line each. */
export function verifiedWords({ manifest, counts, leaves, parts, kept, remarks }: Verified): string[] {
  const { through, scope } = manifest
  const last = through.seq === 0 ? '' : `, the last ${through.hash}`
  return [
    `A bundle for ${scope === 'public' ? 'everybody' : 'members'}.`,
    `Unbroken: the chain of ${counted(counts.event, 'event')}${last}; ${counted(leaves, 'leaf', 'leaves')} hashed again.`,
    `Signed: ${counted(counts.checkpoint, 'checkpoint')}${kept > 0 ? `, and ${kept} that you kept` : ''}.`,
    `Hashed again: ${counted(counts.snapshot, 'text')} with ${counted(parts, 'part')}, ${counted(counts.word, 'word')} of the vocabulary.`,
    `Counted again: ${counted(counts.ballot, 'ballot')} with ${counted(counts.paper, 'paper')} and ${counted(counts.objection, 'objection')}.`,
    `Followed back to their decisions: ${counted(counts.version, 'version')} of ${counted(counts.entry, 'entry', 'entries')}${counts.edition > 0 ? `, and ${counted(counts.edition, 'edition')}` : ''}.`,
    ...[...remarks].map(([words, times]) => `Remark: ${words}${times > 1 ? ` (${times} times)` : ''}.`),
  ]
}

/** A lie in words: what, where, what is stated and what was computed again. */
export function lieWords({ where, what, stated, recomputed }: Lie): string[] {
  return [`A lie. ${where}: ${what}.`, `  stated:     ${told(stated)}`, `  recomputed: ${told(recomputed)}`]
}

function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

function told(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
