import { createHash } from 'node:crypto'

/** The same as `sha256Hex` of the domain, by the runtime: many times faster, and on the way of every keystroke. */
export function digest(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
