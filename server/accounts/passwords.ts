import { hash, verify } from '@node-rs/argon2'
import { normalPassword } from '../../domain/access/password-rules.ts'

/** OWASP's first choice: 19 MiB, two passes, one lane. The algorithm of this library is argon2id by default. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashing runs in the thread pool that also serves files: never fill it, however many people sign in at once. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((next) => waiting.push(next))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** Argon2id hash in PHC form. Takes some 30 ms of another thread. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalPassword(password), options))
}

let dummy: Promise<string> | undefined

/**
 * Whether a password belongs to a hash. Without a hash (no such account, or one without a password) the answer is
 * no, after the same work ([A6]).
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this hash')
  const against = stored || (await dummy)
  const same = await inTurn(() => verify(against, normalPassword(password)).catch(() => false))
  return same && Boolean(stored)
}
