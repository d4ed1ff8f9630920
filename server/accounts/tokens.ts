import { sha256Hex } from '../../domain/record/hash.ts'
import type { Deps } from '../deps.ts'

/** A bearer secret of 256 bits and the hash that is stored in its place ([A1]). */
export function newSecret(deps: Pick<Deps, 'randomBytes'>, prefix = ''): { token: string; tokenHash: string } {
  const token = prefix + Buffer.from(deps.randomBytes(32)).toString('base64url')
  return { token, tokenHash: sha256Hex(token) }
}
