import { randomBytes } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** A random id of 100 bits, 20 characters of `a-z2-7`: safe in addresses and impossible to guess. */
export function newId(): string {
  return Array.from(randomBytes(20), (byte) => alphabet[byte % 32]).join('')
}
