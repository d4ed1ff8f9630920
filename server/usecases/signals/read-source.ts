import type { SourceWords } from '../../../domain/signals/source.ts'
import { checkText } from '../../check-text.ts'
import { AppError } from '../../errors.ts'
import { readReference } from '../sources/read-reference.ts'

/**
 * A source of a report as it was typed, checked (signals SPEC [F10]).
 *
 * @throws AppError `bad-input` (url, title, publisher, date, shows).
 */
export function readSource(typed: Partial<SourceWords>, now: number): SourceWords {
  if (!typed.url?.trim()) throw new AppError('bad-input', 'Name a source: a report without one is not taken.', 'url')
  const reference = readReference(typed, now)
  const shows = checkText(typed.shows, { field: 'shows', label: 'what it shows', limit: 'reason' })
  return { ...reference, shows }
}
