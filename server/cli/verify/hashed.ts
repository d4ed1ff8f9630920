import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../domain/record/canonical-json.ts'

/** SHA-256 over RFC 8785 JSON as in `domain/record`, by the library of the runtime, which is many times as fast. */
export function hashed(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
