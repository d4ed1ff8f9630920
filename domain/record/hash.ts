import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json.ts'

/** SHA-256 of a text or bytes, as 64 lower-case hexadecimal digits. */
export function sha256Hex(input: string | Uint8Array): string {
  return bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(input) : input))
}

/** SHA-256 over the canonical JSON (RFC 8785) of a value. */
export function hashJson(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}

/** The first eight digits of a hash in two groups, as shown to people: `a3f9-51c2`. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`
}
