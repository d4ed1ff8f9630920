import { setImmediate } from 'node:timers/promises'
import { findEvent, leavesOf, listEventsAfter } from '../../db/queries/record.ts'
import type { Q, Store } from '../../db/store.ts'
import type { ChainFault } from '../../domain/record/chain.ts'
import { firstChainFault, genesisHash } from '../../domain/record/chain.ts'

/** How far a record was checked, and what is wrong after that. */
export interface Verified {
  through: { seq: number; hash: string }
  fault: ChainFault | null
}

const start: Verified = { through: { seq: 0, hash: genesisHash }, fault: null }
const batch = 500

/**
 * Checks the chain and its leaves from where an earlier check ended (record SPEC [R8]). Others are answered in between.
 *
 * @param most events to look at now; the rest is left for the next call.
 */
export async function verifyChain(q: Q, from: Verified = start, most = Number.POSITIVE_INFINITY): Promise<Verified> {
  let { through, fault } = from
  for (let seen = 0; seen < most && fault === null; seen += batch) {
    const events = await listEventsAfter(q, through.seq, batch)
    const last = events.at(-1)
    if (!last) break
    const leaves = await leavesOf(
      q,
      events.map((event) => event.seq),
    )
    fault = firstChainFault(events, leaves, through)
    if (fault === null) through = { seq: last.seq, hash: last.hash }
    await setImmediate()
  }
  return { through, fault }
}

const known = new WeakMap<Store, Verified>()

/** Events that one page view checks at most; the next one goes on from there. */
const perPage = 10_000

/**
 * How far the record is verified. Earlier checks are remembered, so that a page pays for new events only; whether the
 * last event that was checked still stands is looked at each time. The command `check` reads everything again.
 */
export async function verifiedThrough(store: Store): Promise<Verified> {
  const before = known.get(store) ?? start
  const { seq, hash } = before.through
  const stands = seq === 0 || (await findEvent(store.read, seq))?.hash === hash
  const verified = await verifyChain(store.read, stands && !before.fault ? before : start, perPage)
  known.set(store, verified)
  return verified
}
