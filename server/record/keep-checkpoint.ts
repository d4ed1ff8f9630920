import { hasDecisionAfter, insertCheckpoint, lastCheckpoint, listKeys } from '../../db/queries/checkpoints.ts'
import { findEvent, lastSeq } from '../../db/queries/record.ts'
import type { Checkpoint } from '../../domain/record/checkpoint.ts'
import { checkpointText } from '../../domain/record/checkpoint.ts'
import type { Deps } from '../deps.ts'
import { appendCheckpoint } from './checkpoint-log.ts'
import { recordEvent } from './record-event.ts'
import type { SigningKey } from './signing-key.ts'
import { signingKey } from './signing-key.ts'
import { verifyChain } from './verify-chain.ts'

/** Time between two checkpoints where nothing was decided, in milliseconds. */
const every = 60_000

/** The chain does not hold where it was read again, so its head was not signed. */
export class NotSigned extends Error {}

/**
 * Signs the head of the chain when it has moved: at once after a ballot closed or a version was made, otherwise a minute
 * after the last time at the earliest ([R11], [R12]). The events since then are read from the disk and hashed again
 * before. The line outside the database is on the disk before the row is written, so that no row is without one.
 *
 * @returns null when there is nothing to sign yet.
 * @throws NotSigned when the events are not what was recorded.
 */
export async function keepCheckpoint(deps: Deps): Promise<Checkpoint | null> {
  const q = deps.store.read
  const last = await lastCheckpoint(q)
  const from = last?.seq ?? 0
  if ((await lastSeq(q)) <= from) return null
  const since = deps.now() - (last?.at ?? 0)
  // A clock that was set back must not end the signing.
  const isTime = since >= every || since < 0
  if (!isTime && !(await hasDecisionAfter(q, from))) return null

  const key = signingKey(deps.env.dataDir)
  await nameKey(deps, key)
  const before = last ? { seq: last.seq, hash: last.hash } : undefined
  if (before && (await findEvent(q, before.seq))?.hash !== before.hash) {
    throw new NotSigned(`event ${before.seq} is not the one that was signed before`)
  }
  const { through, fault } = await verifyChain(q, before && { through: before, fault: null })
  if (fault) throw new NotSigned(`event ${fault.seq}: ${fault.fault}`)
  const head = { ...through, at: deps.now() }
  const point = { ...head, key: key.id, signature: key.sign(checkpointText(head)) }
  appendCheckpoint(deps.env.dataDir, point)
  await deps.store.tx((tx) => insertCheckpoint(tx, point))
  return point
}

/**
 * Puts the public key into the record where it is not in it yet, so that checkpoints can be checked later. The server
 * does so before it listens; a database that was put in another's place is given it at the next signing.
 */
export async function nameKey(deps: Deps, { id, publicKey }: SigningKey): Promise<void> {
  await deps.store.tx(async (q) => {
    if ((await listKeys(q)).some(({ key }) => key === id)) return
    await recordEvent(deps, q, { type: 'record.key-made', subject: 'record', payload: { key: id, publicKey } })
  })
}
