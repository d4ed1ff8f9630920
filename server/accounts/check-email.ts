import { limits } from '../../domain/text/limits.ts'
import { AppError } from '../errors.ts'

/** Lower case, trimmed: the form in which e-mails are stored and compared. */
export function normalEmail(input: string): string {
  return input.normalize('NFC').trim().toLowerCase()
}

/** @throws AppError `bad-input` when it is not an e-mail that somebody could sign up with. */
export function checkEmail(input: string): string {
  const email = normalEmail(input)
  if (
    email.length > limits.email ||
    !/^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\.]+$/.test(email)
  ) {
    throw new AppError('bad-input', 'Write an e-mail such as name@example.org.', 'email')
  }
  if (email.endsWith('@demo.invalid')) {
    throw new AppError('bad-input', 'Choose another e-mail: this domain is kept for the demo accounts.', 'email')
  }
  return email
}
