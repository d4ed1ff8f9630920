import { listFrozenTexts } from '../../db/queries/ballot-snapshots.ts'
import { findBallot } from '../../db/queries/ballots.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { differingParts } from '../../domain/ballots/freshness.ts'
import { partHashes } from '../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { partLabel } from '../../domain/threads/place.ts'
import type { Deps } from '../deps.ts'
import { ballotThing } from '../usecases/ballots/ballot-access.ts'

export interface UnderVote {
  ballotId: string
  /** Labels of the parts in which the draft differs from the text under vote. */
  parts: string[]
  /** Whether the viewer may put the draft's text under vote ([B44]). */
  mayAmend: boolean
}

/** Where a draft has moved on from the text of its open ballot; null where it has not, or none is open. */
export async function underVote(
  deps: Pick<Deps, 'store'>,
  viewer: Viewer | null,
  ballotId: string | null,
  content: EntryContent,
): Promise<UnderVote | null> {
  const q = deps.store.read
  const ballot = ballotId === null ? undefined : await findBallot(q, ballotId)
  const last = ballot?.state === 'open' ? (await listFrozenTexts(q, ballot.id)).at(-1) : undefined
  if (!ballot || !last) return null
  const parts = differingParts(last.parts, partHashes(content))
  if (parts.length === 0) return null
  return {
    ballotId: ballot.id,
    parts: parts.map((part) => partLabel(content.kind, part)),
    mayAmend: can(viewer, 'ballot.amend', await ballotThing(q, ballot, viewer)),
  }
}
