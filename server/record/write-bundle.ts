import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { headOf } from '../../db/queries/bundle.ts'
import type { Q } from '../../db/store.ts'
import { openReader } from '../../db/store.ts'
import type { BundleManifest, BundleScope } from '../../domain/record/bundle.ts'
import { bundleFormat, bundleKinds, bundleSchema } from '../../domain/record/bundle.ts'
import { canonicalJson } from '../../domain/record/canonical-json.ts'
import { genesisHash } from '../../domain/record/chain.ts'
import { bundleLines } from './bundle-lines.ts'

/** Lines made before others are answered. */
const atOnce = 100

/**
 * A bundle as text, line by line, of the moment of the call; two of one state are equal byte for byte ([R13]). The lines
 * are made twice, since the first one says how many there are and what hash they have; nothing is held.
 *
 * @param databaseFile read through a connection of its own, in one read transaction.
 */
export async function* bundleText(databaseFile: string, scope: BundleScope): AsyncGenerator<string> {
  const { read, database } = openReader(databaseFile)
  try {
    database.exec('BEGIN')
    yield `${canonicalJson(await manifestOf(read, scope))}\n`
    for await (const { text } of written(read, scope)) yield text
  } finally {
    database.close()
  }
}

async function manifestOf(q: Q, scope: BundleScope): Promise<BundleManifest> {
  const through = (await headOf(q)) ?? { seq: 0, hash: genesisHash }
  const counts = Object.fromEntries(bundleKinds.map((kind) => [kind, 0])) as BundleManifest['counts']
  const digests = new Map(bundleKinds.map((kind) => [kind, createHash('sha256')]))
  for await (const { kind, text } of written(q, scope)) {
    counts[kind] += 1
    digests.get(kind)?.update(text)
  }
  const hashes = Object.fromEntries(
    [...digests].map(([kind, digest]) => [kind, digest.digest('hex')]),
  ) as BundleManifest['hashes']
  return { kind: 'manifest', ...bundleFormat, scope, through, schema: bundleSchema, counts, hashes }
}

async function* written(q: Q, scope: BundleScope) {
  let n = 0
  for await (const line of bundleLines(q, scope)) {
    yield { kind: line.kind, text: `${canonicalJson(line)}\n` }
    n += 1
    if (n % atOnce === 0) await setImmediate()
  }
}
