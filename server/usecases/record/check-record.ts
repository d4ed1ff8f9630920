import { lastSeq } from '../../../db/queries/record.ts'
import type { Deps } from '../../deps.ts'
import { verifyChain } from '../../record/verify-chain.ts'
import { checkAmendments } from './check-amendments.ts'
import { checkAuthors } from './check-authors.ts'
import { checkBallots } from './check-ballots.ts'
import { checkByBundle } from './check-by-bundle.ts'
import { checkCasts } from './check-casts.ts'
import { checkSignals } from './check-signals.ts'
import { checkSnapshots } from './check-snapshots.ts'
import { checkVersions } from './check-versions.ts'
import type { Fault } from './fault.ts'

/** What was looked at, by number, and the first thing that is not as the record says; null when all is. */
export interface RecordCheck {
  events: number
  snapshots: number
  versions: number
  ballots: number
  fault: Fault | null
  /** What could not be checked, and why that is no fault. */
  remarks: string[]
}

export interface CheckedPlace {
  store: Deps['store']
  env: { databaseFile: string; dataDir?: string }
}

const chainWords = {
  gap: 'an event is missing before it',
  'previous-differs': 'it does not follow from the event before it',
  'hash-differs': 'it was changed after it was written',
  'leaf-differs': 'its private leaf was changed after it was written',
} as const

/**
 * Reads everything again and checks it: the chain, the texts, the versions, the outcomes and the signals, and then all that
 * a bundle is checked for, the editions among it, with every signed head (record SPEC [R9], [R12]). Where several things are
 * wrong the first one is named, the chain before the rest.
 *
 * @param env where the database is; with its folder also the heads that were kept outside it are looked at.
 */
export async function checkRecord({ store, env }: CheckedPlace): Promise<RecordCheck> {
  const q = store.read
  const events = await lastSeq(q)
  const broken = (await verifyChain(q)).fault
  if (broken) {
    const fault = { where: `event ${broken.seq}`, words: chainWords[broken.fault] }
    return { events, snapshots: 0, versions: 0, ballots: 0, fault, remarks: [] }
  }
  const snapshots = await checkSnapshots(q)
  const versions = await checkVersions(q)
  const ballots = await checkBallots(q)
  const amendments = await checkAmendments(q)
  const signals = await checkSignals(q)
  const authors = await checkAuthors(store)
  const casts = await checkCasts(q)
  const fault =
    snapshots.fault ??
    versions.fault ??
    ballots.fault ??
    amendments.fault ??
    signals.fault ??
    authors.fault ??
    casts.fault
  const whole = fault ? { fault, remarks: [] } : await checkByBundle(q, env)
  return {
    events,
    snapshots: snapshots.count,
    versions: versions.count,
    ballots: ballots.count,
    ...whole,
  }
}
