import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { readPlace } from '../../domain/entries/place.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { askableEntry } from '../usecases/ballots/ask-ballot.ts'
import { listVoters } from '../usecases/ballots/electorate.ts'

export interface BallotAsking {
  entry: { kind: EntryKind; place: string; title: string }
  voters: { actorId: string; name: string; role: string }[]
}

/**
 * What somebody sees who is about to put a question with options about a published entry.
 *
 * @param place as in `strategies/pause`.
 * @throws AppError `signed-out`, `not-allowed`, `not-found`, `gone` where the entry was withdrawn.
 */
export async function ballotAsking(deps: Deps, viewer: Viewer | null, place: string): Promise<BallotAsking> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to open a ballot.')
  if (!can(viewer, 'ballot.ask', null)) {
    throw new AppError('not-allowed', 'A facilitator or a moderator opens a ballot about a published entry.')
  }
  const q = deps.store.read
  const entry = await askableEntry(q, readPlace(place))
  const voters = await listVoters(deps, q)
  return {
    entry: { kind: entry.kind, place, title: entry.title },
    voters: voters.map(({ actorId, name, role }) => ({ actorId, name, role })),
  }
}
