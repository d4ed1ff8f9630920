import type { EntryKind } from '../../../domain/entries/kinds.ts'
import { entryKinds } from '../../../domain/entries/kinds.ts'
import { AppError } from '../../errors.ts'

/**
 * The entry that a request names; a bare id means a strategy, as most are about one.
 *
 * @throws AppError `bad-input` (entry).
 */
export function entryOf(entry: string | { kind: EntryKind; id: string }): { kind: EntryKind; slug: string } {
  if (typeof entry !== 'string') return { kind: entry.kind, slug: entry.id }
  const [first = '', second] = entry.split('/')
  if (second === undefined) return { kind: 'strategy', slug: first }
  const kind = entryKinds.find((one) => one === first)
  if (!kind) throw new AppError('bad-input', `Choose one of ${entryKinds.join(', ')}.`, 'entry')
  return { kind, slug: second }
}
