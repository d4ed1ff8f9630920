import type { Reference } from '../../../domain/citing/reference.ts'
import { pageUrl, referenceFault } from '../../../domain/citing/reference.ts'
import { checkLine } from '../../check-text.ts'
import { AppError } from '../../errors.ts'

/**
 * A page on the web as it was typed, checked (signals SPEC [F10]).
 *
 * @param named what the form or the request calls a field.
 * @throws AppError `bad-input` (url, title, publisher, date).
 */
export function readReference(
  typed: Partial<Reference>,
  now: number,
  named: (field: keyof Reference) => string = (field) => field,
): Reference {
  const { url = '', date = '' } = typed
  const fault = referenceFault({ url, date: date.trim() }, now)
  if (fault?.field === 'url') throw new AppError('bad-input', fault.words, named('url'))
  const title = checkLine(typed.title, { field: named('title'), label: 'the title of the source', limit: 'title' })
  const publisher = checkLine(typed.publisher, { field: named('publisher'), label: 'who published it', limit: 'title' })
  if (fault) throw new AppError('bad-input', fault.words, named(fault.field))
  return { url: pageUrl(url) ?? '', title, publisher, date: date.trim() }
}
