import { commonPasswords } from './common-passwords.ts'

const shortest = 8
const longest = 128

/** The form in which passwords are compared: keyboards compose the same letter differently. */
export function normalPassword(password: string): string {
  return password.normalize('NFC')
}

/**
 * What is wrong with a new password, as a sentence that says what to do, or null ([A5]).
 *
 * @param own e-mail and name of its owner, which make poor passwords.
 */
export function passwordProblem(password: string, own: readonly string[]): string | null {
  const normal = normalPassword(password)
  const length = [...normal].length
  if (length < shortest) return `Choose a password of at least ${shortest} characters.`
  if (length > longest) return `Choose a password of at most ${longest} characters; this one has ${length}.`
  const folded = normal.toLowerCase()
  if (commonPasswords.has(folded) || new Set(folded).size === 1) {
    return 'Choose another password: this one is among the first that anybody would try.'
  }
  if (own.some((word) => word.trim().toLowerCase() === folded)) {
    return 'Choose a password that is not your name or e-mail.'
  }
  return null
}
