import type { SourceWords } from '../../../domain/signals/source.ts'
import { sourceFault, sourceUrl } from '../../../domain/signals/source.ts'
import { checkLine, checkText } from '../../check-text.ts'
import { AppError } from '../../errors.ts'

/**
 * A source as it was typed, checked (signals SPEC [F10]).
 *
 * @throws AppError `bad-input` (url, title, publisher, date, shows).
 */
export function readSource(typed: Partial<SourceWords>, now: number): SourceWords {
  const { url = '', date = '' } = typed
  const fault = sourceFault({ url, date: date.trim() }, now)
  if (fault?.field === 'url') throw new AppError('bad-input', fault.words, 'url')
  const title = checkLine(typed.title, { field: 'title', label: 'the title of the source', limit: 'title' })
  const publisher = checkLine(typed.publisher, { field: 'publisher', label: 'who published it', limit: 'title' })
  if (fault) throw new AppError('bad-input', fault.words, fault.field)
  const shows = checkText(typed.shows, { field: 'shows', label: 'what it shows', limit: 'reason' })
  return { url: sourceUrl(url) ?? '', title, publisher, date: date.trim(), shows }
}
