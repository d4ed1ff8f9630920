import { createPublicKey, verify } from 'node:crypto'
import type { Checkpoint } from '../../../domain/record/checkpoint.ts'
import { checkpointText, keyId, readCheckpointLine } from '../../../domain/record/checkpoint.ts'
import type { ChainWalk } from './chain-walk.ts'
import { BadFile, Lie, same } from './faults.ts'
import type { Told } from './told.ts'

/**
 * A checkpoint is signed by a key that the record names, and the chain still has the head that was signed ([R11]).
 *
 * @returns whether a restore, told by a later event, took back what it was signed for.
 * @throws Lie otherwise.
 */
export function checkCheckpoint(where: string, point: Checkpoint, chain: ChainWalk, told: Told): boolean {
  const publicKey = told.keys.get(point.key)
  if (publicKey === undefined)
    throw new Lie(where, 'no event of the record names the key it was signed with', point.key, null)
  if (!isSigned(point, publicKey)) throw new Lie(where, 'its signature', point.signature, 'does not belong to it')
  const hash = chain.hashAt(point.seq)
  if (hash === point.hash) return false
  const takenBack = told.restores.some(
    ({ seq, at, events }) => events < point.seq && seq === events + 1 && at >= point.at,
  )
  if (takenBack) return true
  throw new Lie(where, `the hash of event ${point.seq} that was signed`, point.hash, hash ?? 'the chain ends before it')
}

function isSigned(point: Checkpoint, publicKey: string): boolean {
  const bytes = Buffer.from(publicKey, 'base64')
  same(`key ${point.key}`, 'its short id', point.key, keyId(bytes))
  const signature = Buffer.from(point.signature, 'base64')
  if (signature.toString('base64') !== point.signature) return false
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' })
    return verify(null, Buffer.from(checkpointText(point)), key, signature)
  } catch {
    return false
  }
}

/** Checkpoints that somebody kept, one a line; empty lines and such that begin with # are passed over. */
export function readCheckpoints(text: string): Checkpoint[] {
  return text.split('\n').flatMap((line, i) => {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) return []
    const point = readCheckpointLine(trimmed)
    if (!point) throw new BadFile(`Line ${i + 1} of the kept checkpoints is none.`)
    return [point]
  })
}
