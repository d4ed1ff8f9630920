import { lastCheckpoint, listCheckpointsAfter, listKeys, listLastCheckpoints } from '../../db/queries/checkpoints.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Checkpoint } from '../../domain/record/checkpoint.ts'
import { checkpointLine } from '../../domain/record/checkpoint.ts'
import { shortHash } from '../../domain/record/hash.ts'
import type { Deps } from '../deps.ts'
import { mayReadRecord, seqOf } from './asked-record.ts'

/** Checkpoints in one answer. */
const most = 1_000

/** Checkpoints for whoever keeps them, oldest first, and the keys that sign them. */
export interface Checkpoints {
  keys: { key: string; publicKey: string }[]
  items: Checkpoint[]
}

/**
 * The newest checkpoints, or those after an event ([R12]).
 *
 * @throws AppError `bad-input` (after), `signed-out`.
 */
export async function checkpointList(deps: Deps, viewer: Viewer | null, after?: string | null): Promise<Checkpoints> {
  mayReadRecord(viewer)
  const q = deps.store.read
  const from = after == null ? null : seqOf(after, 'after')
  const items = from === null ? await listLastCheckpoints(q, most) : await listCheckpointsAfter(q, from, most)
  return { keys: await listKeys(q), items }
}

/** The same as a text that `verify --against` reads. @throws as `checkpointList`. */
export async function checkpointText(deps: Deps, viewer: Viewer | null, after?: string | null): Promise<string> {
  const { keys, items } = await checkpointList(deps, viewer, after)
  const head = [
    '# Heads of the record, signed: event, its hash, time, key, signature. Keep a copy; whoever changes an event',
    '# before one of these lines can never make the line again.',
    ...keys.map(({ key, publicKey }) => `# key ${key} ${publicKey}`),
  ]
  return `${[...head, ...items.map(checkpointLine)].join('\n')}\n`
}

/** What the page of the record shows of the last checkpoint; null before the first. */
export async function lastSigned(deps: Deps) {
  const last = await lastCheckpoint(deps.store.read)
  if (!last) return null
  const publicKey = (await listKeys(deps.store.read)).find(({ key }) => key === last.key)?.publicKey ?? ''
  return {
    seq: last.seq,
    shortHash: shortHash(last.hash),
    at: last.at,
    key: last.key,
    publicKey,
    line: checkpointLine(last),
  }
}
