import type { KeyObject } from 'node:crypto'
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { keyId } from '../../domain/record/checkpoint.ts'

export interface SigningKey {
  /** Short id, as in `8e12-70fa`. */
  id: string
  /** The 32 bytes of the public key, base64. */
  publicKey: string
  /** Ed25519 over a text, base64. */
  sign(text: string): string
}

/**
 * The key that signs checkpoints. It lies beside the database and not in it, so that neither a backup nor who can write
 * the database alone has it. Made where there is none, for the eyes of the server's account only.
 *
 * @throws Error when the file holds no Ed25519 key.
 */
export function signingKey(dataDir: string): SigningKey {
  const file = join(dataDir, 'record-key.pem')
  if (!existsSync(file)) makeKey(file)
  const key = createPrivateKey(readFileSync(file))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key.`)
  const bytes = publicBytes(key)
  return {
    id: keyId(bytes),
    publicKey: bytes.toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  }
}

function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  const out = openSync(file, 'wx', 0o600)
  try {
    writeSync(out, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    fsyncSync(out)
  } finally {
    closeSync(out)
  }
}

function publicBytes(key: KeyObject): Buffer {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  return Buffer.from(x ?? '', 'base64url')
}
