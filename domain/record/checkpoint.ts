import { sha256Hex, shortHash } from './hash.ts'

/** The head of the chain at a moment, signed ([R11]). */
export interface Checkpoint {
  seq: number
  hash: string
  /** Milliseconds since 1970, UTC. */
  at: number
  /** Short id of the key. */
  key: string
  /** Ed25519 over `checkpointText`, base64. */
  signature: string
}

/** What is signed. */
export function checkpointText({ seq, hash, at }: Pick<Checkpoint, 'seq' | 'hash' | 'at'>): string {
  return `folkmoot record\n${seq}\n${hash}\n${at}\n`
}

/** Short id of a public key: the beginning of the hash of its 32 bytes, as in `8e12-70fa`. */
export function keyId(publicKey: Uint8Array): string {
  return shortHash(sha256Hex(publicKey))
}

/** A checkpoint as one line, as it is kept outside the database and given to whoever keeps it. */
export function checkpointLine({ seq, hash, at, key, signature }: Checkpoint): string {
  return `${seq} ${hash} ${at} ${key} ${signature}`
}

const written = /^([1-9]\d{0,14}) ([0-9a-f]{64}) (\d{1,15}) ([0-9a-f]{4}-[0-9a-f]{4}) ([A-Za-z0-9+/]{86}==)$/

/** A line read back; null when it is none. */
export function readCheckpointLine(line: string): Checkpoint | null {
  const [, seq, hash, at, key, signature] = written.exec(line) ?? []
  if (!seq || !hash || !at || !key || !signature) return null
  return { seq: Number(seq), hash, at: Number(at), key, signature }
}
