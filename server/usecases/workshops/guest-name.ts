import { oneLine } from '../../../domain/text/limits.ts'
import { longestGuestName, shortestGuestName } from '../../../domain/workshops/joining.ts'
import { AppError } from '../../errors.ts'

/** The name that a guest is shown by. @throws AppError `bad-input` (field `name`). */
export function checkGuestName(typed: string): string {
  const name = oneLine(typed)
  if (name.length < shortestGuestName) {
    throw new AppError('bad-input', 'Write the name that others will see, with at least two characters.', 'name')
  }
  if (name.length > longestGuestName) {
    throw new AppError(
      'bad-input',
      `Shorten the name to ${longestGuestName} characters; it has ${name.length} now.`,
      'name',
    )
  }
  return name
}
